import type { DeskId, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../store/outbox.ts';
import { type OwnWords, parcelOf } from './parcel-of.ts';

const desk = {
  deskId: '00000000-0000-7000-8000-000000000001' as DeskId,
  slug: 'acme',
  name: { ru: 'Поддержка', en: 'Support' },
  mailAddress: 'help@acme.example',
};
const item: OutboxItem = {
  deskId: desk.deskId,
  outboxId: '00000000-0000-7000-8000-000000000002',
  owed: { about: 'way-in', wayInId: '00000000-0000-7000-8000-000000000003', notice: {} },
  createdAt: 1_000_000 as Instant,
  attempts: 1,
};
const words = { subject: 'Тема', text: 'Текст\n', html: '<body><div>Текст</div></body>' };
const own: OwnWords = {
  about: 'told',
  to: { name: 'Анна', address: 'anna@client.example' },
  language: 'en',
  words,
};

describe('a letter of a desk', () => {
  it('goes from its address in the reader’s language, automatic, under the id of what is owed', () => {
    const { letterId, letter, suppressed, countsAsAutomatic } = parcelOf(desk, item, own);
    expect(letterId).toBe(item.outboxId);
    expect(letter).toMatchObject({
      from: { name: 'Support', address: 'help@acme.example' },
      replyTo: null,
      messageId: `told.${item.outboxId}@acme.example`,
      inReplyTo: null,
      references: [],
      automatic: true,
      loopMark: 'acme',
      date: 1_000_000,
      ...words,
    });
    expect(letter).not.toHaveProperty('unsubscribeUrl');
    expect([suppressed, countsAsAutomatic]).toEqual([null, false]);
  });

  it('of a thread is answered into it', () => {
    const about = { token: 't.12.abc', first: '<first@client.example>' };
    expect(parcelOf(desk, item, { ...own, about, byPerson: true }).letter).toMatchObject({
      replyTo: 'help+t.12.abc@acme.example',
      messageId: `t.12.abc.${item.outboxId}@acme.example`,
      inReplyTo: '<first@client.example>',
      references: ['<first@client.example>'],
      automatic: false,
    });
  });

  it('that may be done without says so in its header, its text and its page', () => {
    const url = 'https://desk.example/u/acme/answer/x';
    const { letter } = parcelOf(desk, item, { ...own, unsubscribeUrl: url });
    expect(letter.unsubscribeUrl).toBe(url);
    expect(letter.text).toContain(url);
    expect(letter.html).toContain(url);
  });

  it('with a secret is kept without it, under the same id', () => {
    const keptWords = { ...words, text: '…\n' };
    const letterId = '00000000-0000-7000-8000-000000000004' as LetterId;
    const { letter, kept } = parcelOf(desk, item, { ...own, letterId, keptWords });
    expect(kept?.messageId).toBe(`told.${letterId}@acme.example`);
    expect([letter.text, kept?.text]).toEqual(['Текст\n', '…\n']);
  });
});
