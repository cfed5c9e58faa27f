import type { DraftContent, KeptDraft } from '@reglament/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftCopy } from './draft-copy.ts';

interface Said {
  readonly about: string;
  readonly content: DraftContent | null;
  readonly base: string | null;
}

const SAVE_MS = 1_500;
const RETRY_MS = 20_000;

let store: Map<string, string>;
/** What the server keeps, and what it was told; null: it can't be reached. */
let kept: KeptDraft | null;
let said: Said[];
let isAway: boolean;
let revisions: number;
/** Answers that are held up. */
let held: (() => void)[] | null;

const rowOf = ({ about, content }: Said): KeptDraft | null =>
  content === null
    ? null
    : { about, ...content, revision: `r${(revisions += 1)}`, savedAt: '2026-01-12T09:00:00.000Z' };

/** Keeps as the server does. */
const answer = async (_address: string, init: RequestInit): Promise<Response> => {
  if (isAway) throw new TypeError('Failed to fetch');
  const body = JSON.parse(init.body as string) as Said;
  said.push(body);
  const isTheirs = body.base === null ? kept === null : kept?.revision === body.base;
  const isGone = body.content === null && kept === null;
  if (isTheirs) kept = rowOf(body);
  const reply = new Response(JSON.stringify({ kept: isTheirs || isGone, draft: kept }));
  if (held !== null) await new Promise<void>((resolve) => held?.push(resolve));
  return reply;
};

beforeEach(() => {
  store = new Map();
  kept = null;
  said = [];
  isAway = false;
  revisions = 0;
  held = null;
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', {
    fetch: answer,
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: number | undefined) => clearTimeout(timer),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A form in a browser of its own. */
const openForm = () => {
  let text: string | null = null;
  let asked: KeptDraft | null = null;
  const copy = createDraftCopy(
    { side: 'staff', desk: 'flat', writer: 'anna', scope: 'ticket.1', part: 'reply' },
    {
      keptAs: 'draft.1',
      read: () => (text === null ? null : { text, rest: '' }),
      take: (content) => {
        text = content?.text ?? null;
      },
      ask: (other) => {
        asked = other;
      },
    },
  );
  return {
    copy,
    text: () => text,
    asked: () => asked,
    type: (typed: string | null) => {
      text = typed;
      copy.touch();
    },
    send: () => {
      text = null;
      copy.clear();
    },
  };
};

const otherDevice = (text: string): KeptDraft => {
  kept = rowOf({ about: 'ticket.1.reply', content: { text, rest: '' }, base: null });
  if (kept === null) throw new Error('nothing was written');
  return kept;
};
const pass = (ms = SAVE_MS) => vi.advanceTimersByTimeAsync(ms);

describe('the copy of a draft', () => {
  it('is kept once after the last key, not with every key', async () => {
    const form = openForm();
    for (const typed of ['О', 'От', 'Отв']) {
      form.type(typed);
      await pass(500);
    }
    expect(said).toEqual([]);
    await pass();
    expect(said.map(({ content }) => content?.text)).toEqual(['Отв']);
    await pass(60_000);
    expect(said).toHaveLength(1);
  });

  it('waits for a server that can’t be reached, and is kept when it is back', async () => {
    const form = openForm();
    isAway = true;
    form.type('Ответ');
    await pass();
    isAway = false;
    await pass(RETRY_MS);
    expect(kept?.text).toBe('Ответ');
    expect(form.text()).toBe('Ответ');
  });

  it('goes with sending, though it was on its way when the message was sent', async () => {
    const form = openForm();
    held = [];
    form.type('Ответ');
    await pass();
    expect(kept?.text).toBe('Ответ');
    form.send();
    const waiting = held;
    held = null;
    for (const release of waiting) release();
    await pass(0);
    expect(kept).toBeNull();
    expect(store.size).toBe(0);
  });

  it('says nothing new when it was asked for before something was typed, kept or sent', async () => {
    const form = openForm();
    const askedAt = Date.now();
    await pass(10);
    form.type('Ответ');
    await pass();
    form.copy.hear(null, askedAt);
    expect(form.text()).toBe('Ответ');
    const before = kept;
    await pass(10);
    const askedAgainAt = Date.now();
    await pass(10);
    form.send();
    await pass(0);
    form.copy.hear(before, askedAgainAt);
    expect(form.text()).toBeNull();
  });

  it('is taken from another device, and empties the form when it was sent there', async () => {
    const form = openForm();
    form.copy.hear(otherDevice('С телефона'), Date.now() + 1);
    expect(form.text()).toBe('С телефона');
    await pass(10);
    kept = null;
    form.copy.hear(null, Date.now() + 1);
    expect(form.text()).toBeNull();
    await pass(60_000);
    expect(said).toEqual([]);
  });

  it('of another device is never written over without a word; the writer’s own goes on when they say so', async () => {
    const form = openForm();
    otherDevice('С телефона');
    form.type('С рабочего места');
    await pass();
    expect([kept?.text, form.text(), form.asked()?.text]).toEqual([
      'С телефона',
      'С рабочего места',
      'С телефона',
    ]);
    form.type('С рабочего места, дальше');
    await pass(60_000);
    expect(kept?.text).toBe('С телефона');
    form.copy.keepMine();
    await pass(0);
    expect([kept?.text, form.asked()]).toEqual(['С рабочего места, дальше', null]);
  });

  it('of another device takes the form when the writer chooses it', async () => {
    const form = openForm();
    otherDevice('С телефона');
    form.type('С рабочего места');
    await pass();
    form.copy.takeOther();
    expect([form.text(), form.asked()]).toEqual(['С телефона', null]);
    await pass(60_000);
    expect(kept?.text).toBe('С телефона');
  });

  it('of another device outlives a message that was sent without choosing', async () => {
    const form = openForm();
    otherDevice('С телефона');
    form.type('С рабочего места');
    await pass();
    form.send();
    await pass(0);
    expect([kept?.text, form.text(), form.asked()]).toEqual(['С телефона', null, null]);
    await pass(10);
    form.copy.hear(kept, Date.now());
    expect(form.text()).toBe('С телефона');
  });

  it('is kept anew when it was sent elsewhere while something was typed on here', async () => {
    const form = openForm();
    form.type('Ответ');
    await pass();
    kept = null;
    form.type('Ответ и ещё слово');
    await pass();
    expect([kept, form.text()]).toMatchObject([{ text: 'Ответ и ещё слово' }, 'Ответ и ещё слово']);
  });
});
