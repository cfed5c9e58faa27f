import type { KeptDraft } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { neverSynced, settleDraft } from './settle-draft.ts';

const first = '0193a000-0000-7000-8000-000000000001';
const second = '0193a000-0000-7000-8000-000000000002';
const written = (text: string) => ({ text, rest: '{}' });
const kept = (text: string, revision: string): KeptDraft => ({
  ...{ about: 'ticket.1.reply', text, rest: '{}', revision },
  savedAt: '2026-01-12T09:00:00.000Z',
});
const clean = { revision: first, isClean: true };
const typed = { revision: first, isClean: false };

describe('a draft that is here and at the server', () => {
  it('is the same draft when it says the same, however it came there', () => {
    expect(settleDraft(written('а'), neverSynced, kept('а', second))).toEqual({ kind: 'same' });
    expect(settleDraft(null, neverSynced, null)).toEqual({ kind: 'same' });
  });

  it('is taken from another device when nothing was typed here since', () => {
    expect(settleDraft(null, neverSynced, kept('а', first))).toEqual({ kind: 'take' });
    expect(settleDraft(written('а'), clean, kept('аб', second))).toEqual({ kind: 'take' });
  });

  it('is emptied when another device sent it, but not over what was typed since', () => {
    expect(settleDraft(written('а'), clean, null)).toEqual({ kind: 'clear' });
    expect(settleDraft(written('аб'), typed, null)).toEqual({ kind: 'keep', base: null });
  });

  it('that the server never had is kept there, however old', () => {
    expect(settleDraft(written('а'), neverSynced, null)).toEqual({ kind: 'keep', base: null });
  });

  it('goes on from the server’s revision when only this device wrote', () => {
    expect(settleDraft(written('аб'), typed, kept('а', first))).toEqual({ kind: 'keep', base: first });
  });

  it('that was sent here is not given back by the server’s copy of it', () => {
    expect(settleDraft(null, typed, kept('а', first))).toEqual({ kind: 'keep', base: first });
  });

  it('that was written on two devices is neither’s until somebody chooses', () => {
    expect(settleDraft(written('здесь'), typed, kept('там', second))).toEqual({ kind: 'ask' });
    expect(settleDraft(written('здесь'), neverSynced, kept('там', second))).toEqual({ kind: 'ask' });
  });
});
