import { describe, expect, test } from 'vitest';
import { variant } from '../test/shipped-regulations.ts';
import { given, type Story } from '../test/ticket-story.ts';
import { noticesOf } from './notices.ts';

const byLetter = variant('centaur', 'acknowledged by letter', (r) => ({
  ...r,
  lifecycle: { ...r.lifecycle, acknowledgement: { over: 'email', clause: 'CN-REACT' } },
}));

const call = (desk: string, hasAddress: boolean): Story =>
  given(desk, { at: '2025-02-07 10:00', holds: 'extended', channel: 'phone', hasAddress });

const left = ({ journal }: Story): readonly unknown[] =>
  journal.flatMap(({ event }) => (event.type === 'NumberLeftToTell' ? [event.clause] : []));

describe('the number of a ticket, told by letter whatever the channel', () => {
  test('to a caller with an address goes by letter; nothing is left to tell', () => {
    const { journal } = call(byLetter, true);
    expect(journal.flatMap(({ event }) => noticesOf(event)).map(({ kind }) => kind)).toEqual([
      'registration',
    ]);
    expect(left(call(byLetter, true))).toEqual([]);
  });

  test('to a caller without one is left to be told by phone, by its rule', () => {
    expect(left(call(byLetter, false))).toEqual(['CN-REACT']);
  });

  test('by the channel of the request the caller was told on the phone', () => {
    expect(left(call('centaur', false))).toEqual([]);
  });
});
