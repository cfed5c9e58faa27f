import type { DeskId } from '@reglament/desk';
import { instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { isPageToken, type PagePurpose, pageToken, readPageToken } from './page-token.ts';

const secret = Buffer.alloc(32, 7);
const deskId = '01a1ffab-13d6-7102-80fa-7760657f3f95' as DeskId;
const id = '01a1ffab-13d6-7102-80fa-7760657f3f96';
const until = instant(Date.UTC(2025, 1, 3, 12));
const subject = { deskId, id, recipient: 'olga@buyer.example', until };
const before = instant(until - 1000);

const opens = (
  token: string,
  more: Partial<Parameters<typeof isPageToken>[3]> = {},
  purpose: PagePurpose = 'support',
) => {
  const read = readPageToken(token);
  const given = { deskId, recipient: 'olga@buyer.example', now: before, ...more };
  return read !== null && isPageToken(secret, purpose, read, given);
};

describe('a link to a page', () => {
  const token = pageToken(secret, 'support', subject);

  it('is 58 letters that say whose and until when', () => {
    expect(token).toMatch(/^[a-z2-7]{58}$/);
    expect(readPageToken(token)).toMatchObject({ id, until });
    expect(opens(token)).toBe(true);
    expect(opens(token, { recipient: 'OLGA@buyer.example' })).toBe(true);
  });

  it('opens nothing from its last instant on', () => {
    expect(opens(token, { now: instant(until - 1) })).toBe(true);
    expect(opens(token, { now: until })).toBe(false);
  });

  it('works for one purpose, desk, address and secret alone', () => {
    expect(opens(token, {}, 'confirm')).toBe(false);
    expect(opens(token, { deskId: id as DeskId })).toBe(false);
    expect(opens(token, { recipient: 'anna@buyer.example' })).toBe(false);
    const read = readPageToken(token);
    expect(
      read !== null &&
        isPageToken(Buffer.alloc(32, 8), 'support', read, {
          deskId,
          recipient: subject.recipient,
          now: before,
        }),
    ).toBe(false);
  });

  it('with any one letter changed, added or taken away opens nothing', () => {
    for (let at = 0; at < token.length; at += 1)
      for (const letter of 'az2')
        if (letter !== token[at])
          expect(opens(`${token.slice(0, at)}${letter}${token.slice(at + 1)}`)).toBe(false);
    for (const odd of ['', token.slice(1), `${token}a`, token.toUpperCase(), token.replace(/^./, '1'), '%00'])
      expect(opens(odd)).toBe(false);
  });
});
