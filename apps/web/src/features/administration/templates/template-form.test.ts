import type { ReplyTemplate } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { faultsOf, formOf, templateOf } from './template-form.ts';

const macro: ReplyTemplate = {
  templateId: 'x',
  personal: false,
  name: 'Берём',
  text: '{{contact.name}}, взяли.',
  say: 'reply',
  actions: [
    { kind: 'take' },
    { kind: 'tag', tagId: 't' },
    { kind: 'propose-priority', priority: 'high', reason: 'Так и есть' },
    { kind: 'hand-over', toLine: 'second' },
    { kind: 'assign', personId: 'p' },
  ],
  version: 3,
  mayChange: true,
};

describe('the form of a template', () => {
  it('brings back what it was given', () => {
    const { templateId: _, version: __, mayChange: ___, ...facts } = macro;
    expect(templateOf(formOf(macro))).toEqual(facts);
  });

  it('tells nobody from whoever has it', () => {
    const nobody = { ...macro, actions: [{ kind: 'assign' as const, personId: null }] };
    expect(templateOf(formOf(nobody)).actions).toEqual(nobody.actions);
    expect(templateOf(formOf({ ...macro, actions: [] })).actions).toEqual([]);
    expect(faultsOf({ ...formOf(nobody), text: '', say: 'insert' }).text).toBeNull();
  });

  it('finds nothing wrong with a sound one', () => {
    expect(faultsOf(formOf(macro))).toEqual({ name: false, text: null, reason: false });
  });

  it('tells what the server would refuse', () => {
    expect(faultsOf(formOf(null))).toEqual({ name: true, text: 'empty', reason: false });
    expect(faultsOf({ ...formOf(macro), text: '{{x}}', reason: ' ' })).toMatchObject({
      text: { code: 'unknown-variable' },
      reason: true,
    });
    expect(faultsOf({ ...formOf(macro), text: '', say: 'insert' }).text).toBeNull();
    expect(faultsOf({ ...formOf(macro), text: '' }).text).toBe('empty');
  });
});
