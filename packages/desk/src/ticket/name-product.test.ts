import { describe, expect, test } from 'vitest';
import { naming, productStory } from '../test/product-story.ts';
import { given, says, type Story, when, after, classify } from '../test/ticket-story.ts';
import { shipped } from '../test/shipped-regulations.ts';
import { describeEvent } from './describe-event.ts';
import { noticesOf } from './notices.ts';
import { declinableGrounds } from './decide/grounds.ts';

const begun = given('alteroffice', { at: '2025-02-03 10:00', holds: 'basic' });
const at = '2025-02-03 11:00';
const { regulation } = shipped('alteroffice');

const groundsOf = ({ ticket }: Story) =>
  declinableGrounds(ticket, regulation).flatMap(({ ground, toJudge }) =>
    ground.id === 'end-of-life' ? [toJudge] : [],
  );

describe('a product that staff name', () => {
  test('AO-3.3: another than the certificate is for leaves the ticket without coverage, its clocks withdrawn', () => {
    const { story, happened } = when(begun, at, naming('AMail'));
    expect(happened).toContain('ClockWithdrawn');
    expect(story.ticket).toMatchObject({
      state: 'not-entitled',
      about: { name: 'AMail' },
      coverage: { kind: 'not-entitled', reason: 'product', clause: 'AO-3.3' },
      clocks: [],
    });
  });

  test('AO-3.3: the one that it is for brings coverage back, its clock counted from receipt', () => {
    const refused = when(begun, at, naming('AMail')).story;
    const { ticket } = when(refused, '2025-02-03 12:00', naming('AText')).story;
    expect(ticket).toMatchObject({ state: 'new', coverage: { kind: 'covered', packageId: 'basic' } });
    expect(ticket.clocks.map(({ dueAt }) => dueAt)).toEqual(begun.ticket.clocks.map(({ dueAt }) => dueAt));
  });

  test('the customer is told only where it changes what is served', () => {
    const kinds = ({ journal }: Story) =>
      journal.filter(({ event }) => event.type === 'ProductNamed').map(({ event }) => noticesOf(event, []));
    expect(kinds(productStory())).toEqual([
      [{ kind: 'coverage', to: 'requester' }],
      [{ kind: 'coverage', to: 'requester' }],
      [],
    ]);
  });

  test('answers the intake question about it', () => {
    expect(begun.ticket.missingFields).toContain('product');
    const { ticket } = when(begun, at, naming('AText')).story;
    expect(ticket.missingFields).not.toContain('product');
    expect(ticket.statedFields).toContain('product');
  });

  test('named again as it is, nothing happens; once closed, it is refused', () => {
    const named = when(begun, at, naming('AText')).story;
    expect(when(named, '2025-02-03 12:00', naming('AText')).happened).toEqual([]);
    const closed = after(
      named,
      ['2025-02-03 12:00', classify('problem', null)],
      ['2025-02-03 13:00', says.resolve],
      ['2025-02-03 14:00', says.confirm],
    );
    expect(when(closed, '2025-02-03 15:00', naming('AMail')).refused).toBe('already-closed');
  });

  test('what staff took on without coverage stays taken on', () => {
    const taken = after(
      begun,
      [at, naming('AMail')],
      ['2025-02-03 12:00', { type: 'AcceptUncovered', reasonMessageId: begun.ticket.contactId as never }],
    );
    const { ticket } = when(taken, '2025-02-03 13:00', naming('AGraph')).story;
    expect(ticket).toMatchObject({ coverage: { kind: 'lifted' }, about: { name: 'AGraph' } });
  });

  test('of somebody nobody knows is kept, and counts once the company is found', () => {
    const stranger = given('alteroffice', { at: '2025-02-03 10:00', holds: 'stranger' });
    const named = when(stranger, at, naming('AMail')).story;
    expect(named.ticket.coverage).toEqual(stranger.ticket.coverage);
    const { certificates } = naming('AMail') as Extract<ReturnType<typeof naming>, { type: 'NameProduct' }>;
    const found = when(named, '2025-02-03 12:00', {
      type: 'Identify',
      companyId: 'company-1' as never,
      certificates,
    }).story;
    expect(found.ticket.coverage).toMatchObject({ kind: 'not-entitled', reason: 'product' });
  });

  test('is told in the history with the clause, in both languages', () => {
    const names = { regulation, person: () => 'Глеб', moment: () => ({ ru: 'завтра', en: 'tomorrow' }) };
    const told = productStory().journal.flatMap(({ event }) =>
      event.type === 'ProductNamed' ? [describeEvent(event, names)] : [],
    );
    expect(told).toMatchObject([
      { says: { ru: 'Продукт: AMail. Сертификата на него нет' }, clause: 'AO-3.3' },
      { says: { en: 'Product: AText 7.3 (at its end of life). From here on under “Basic”' } },
      { says: { ru: 'Продукт: AText 7.4 (поддерживается)' }, clause: 'AO-1.2' },
    ]);
  });
});

describe('AO-4.2.6: the version', () => {
  test('at its end of life offers the exclusion without a question to the engineer', () => {
    const about = { version: '7.3', support: 'end-of-life' } as const;
    expect(groundsOf(when(begun, at, naming('AText', about)).story)).toEqual([[]]);
  });

  test('that is supported takes the exclusion away; one that is not known leaves it to the engineer', () => {
    expect(groundsOf(when(begun, at, naming('AText', { version: '7.4', support: 'current' })).story)).toEqual(
      [],
    );
    expect(groundsOf(begun)).toEqual([['version']]);
  });
});
