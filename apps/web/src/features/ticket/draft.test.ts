import { describe, expect, it } from 'vitest';
import { nothingSaid } from './answer-facts.ts';
import { draftKey, draftLeft, emptyDraft, keepDraft, readDraft, sentBy, type DraftStore } from './draft.ts';

const memory = (): DraftStore & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};
const file = { attachmentId: '0193', name: 'журнал.log', type: 'text/plain', size: 12 };
const key = draftKey('anna', 'centaur', '12', 'reply');

describe('a draft', () => {
  it('comes back as it was typed, with its files and with what was chosen', () => {
    const store = memory();
    const answer = { outcome: 'workaround', means: 'phone', items: [1] };
    keepDraft(store, key, { text: '  Здравствуйте!\n', files: [file], answer });
    expect(readDraft(store, key)).toEqual({ text: '  Здравствуйте!\n', files: [file], answer });
  });

  it('of a choice alone is kept too; one from before choices were kept has none', () => {
    const store = memory();
    const answer = { outcome: null, means: 'phone', items: [] };
    keepDraft(store, key, { text: '', files: [], answer });
    expect(readDraft(store, key).answer).toEqual(answer);
    store.setItem(key, JSON.stringify({ text: 'Ответ', files: [file] }));
    expect(readDraft(store, key)).toEqual({ text: 'Ответ', files: [file], answer: nothingSaid });
  });

  it('belongs to one person, one desk, one ticket and one tab', () => {
    const store = memory();
    keepDraft(store, key, { ...emptyDraft, text: 'Ответ' });
    for (const other of [
      draftKey('anna', 'centaur', '12', 'add-note'),
      draftKey('anna', 'centaur', '1', 'reply'),
      draftKey('boris', 'centaur', '12', 'reply'),
      draftKey('anna', 'flat', '12', 'reply'),
    ]) {
      expect(readDraft(store, other)).toEqual(emptyDraft);
    }
  });

  it('leaves nothing behind once empty', () => {
    const store = memory();
    keepDraft(store, key, { ...emptyDraft, text: 'Ответ' });
    keepDraft(store, key, emptyDraft);
    expect(store.kept.size).toBe(0);
  });

  it.each(['{', '[]', '"text"', '{"text":5}', 'null'])('is empty when what was kept is %s', (broken) => {
    const store = memory();
    store.setItem(key, broken);
    expect(readDraft(store, key)).toEqual(emptyDraft);
  });

  it('drops files that are not whole', () => {
    const store = memory();
    store.setItem(key, JSON.stringify({ text: 'а', files: [file, { name: 'x' }, null] }));
    expect(readDraft(store, key).files).toEqual([file]);
  });

  it('says when the browser has no room', () => {
    const full: DraftStore = {
      ...memory(),
      setItem: () => {
        throw new DOMException('quota', 'QuotaExceededError');
      },
    };
    expect(keepDraft(full, key, { ...emptyDraft, text: 'Ответ' })).toBe(false);
  });

  it('of what was sent leaves what came while it was on its way', () => {
    const later = { ...file, attachmentId: 'later' };
    const now = { ...emptyDraft, text: 'Ответ. И ещё', files: [file, later] };
    expect(
      draftLeft(now, sentBy({ command: 'reply', text: 'Ответ.', attachments: [file.attachmentId] })),
    ).toEqual({
      ...emptyDraft,
      text: 'И ещё',
      files: [later],
    });
  });
});
