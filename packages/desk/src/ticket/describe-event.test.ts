import { describe, expect, test } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { endingStories, goldenStories } from '../test/golden-stories.ts';
import { after, given, says, type Story } from '../test/ticket-story.ts';
import { followingAt } from './clause-behind.ts';
import { describeEvent } from './describe-event.ts';
import type { TicketEventType } from './events.ts';
import { noticesOf } from './notices.ts';

const told = (story: Story): readonly (readonly [ru: string, en: string, clause: string | null])[] => {
  const names = {
    regulation: shipped(story.desk).regulation,
    person: () => 'Глеб',
    moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
  };
  return story.journal.map(({ event }, index) => {
    const { says: text, clause } = describeEvent(event, names, followingAt(story.journal, index));
    return [text.ru, text.en, clause];
  });
};

describe('a journal in words', () => {
  const [optima, centaur, uncovered, notOurs] = goldenStories().map(told);

  test.each([
    ['Обработка: срок до завтра', 'Processing: due by tomorrow', 'OW-TIME'],
    ['Обработка: выполнено в срок', 'Processing: done in time', 'OW-TIME'],
    [
      'Выполнение: отсчёт остановлен, ход за клиентом',
      'Execution: paused, it is the customer’s turn',
      'OW-TIME',
    ],
    ['Выполнение: отсчёт продолжен, срок до завтра', 'Execution: runs again, due by tomorrow', 'OW-TIME'],
    [
      'Клиент возразил на странице заявки: снова в работе',
      'The customer objected on the status page: back in work',
      'OW-8',
    ],
    ['Клиент написал: закрытие по сроку отменено', 'The customer wrote: no closing by time', 'OW-9'],
    ['Закроется без ответа завтра', 'Closes without an answer on tomorrow', 'OW-9'],
    ['Заявка закрыта: ответа не было', 'Ticket closed: there was no answer', 'OW-9'],
    ['В работе: Глеб', 'Taken by Глеб', 'OW-5'],
  ])('Optima: %s', (...words) => expect(optima).toContainEqual(words));

  test.each([
    [
      'Реакция: израсходовано 80 % срока; сообщено с опозданием (43 минуты): система не работала',
      'Reaction: 80% of the time is used; told late (43 minutes): the system was not running',
      'CN-REACT',
    ],
    [
      'Реакция: срок завтра пропущен; сообщено с опозданием (1 час): система не работала',
      'Reaction: the deadline of tomorrow was missed; told late (1 hour): the system was not running',
      'CN-TIME',
    ],
    ['Реакция: выполнено с опозданием', 'Reaction: done late', 'CN-TIME'],
    ['Записан звонок, номер сообщён', 'Call recorded, the number was told', 'CN-TIME'],
    ['Клиент согласился на приоритет «Средний»', 'The customer agreed to priority “Medium”', 'CN-CHANGE'],
    ['Продолжает закрытую заявку', 'Follows a closed ticket', 'CN-OWN-CONFIRM'],
    ['Заявка закрыта', 'Ticket closed', 'CN-OWN-CONFIRM'],
  ])('Centaur: %s', (...words) => expect(centaur).toContainEqual(words));

  test('what is not covered is said with its clause, what is taken on with its package', () => {
    expect(notOurs).toContainEqual([
      'Реакция: отсчёт снят, регламент эту заявку не покрывает',
      'Reaction: not counted any more, the regulation does not cover the ticket',
      'CN-TIME',
    ]);
    expect(notOurs).toContainEqual([
      'Компания опознана; действующего сертификата нет',
      'Company identified; no certificate in force',
      'CN-PKG',
    ]);
    expect(uncovered?.[1]).toEqual([
      expect.stringMatching(/^Принята без покрытия, обслуживается по пакету «.+»$/),
      expect.any(String),
      'AO-3.2',
    ]);
  });
});

/** Letters by event: everything else owes none. */
const letters: Partial<Record<TicketEventType, readonly string[]>> = {
  TicketRegistered: ['registration to requester'],
  CustomerIdentified: ['coverage to requester'],
  CoverageLifted: ['coverage to requester'],
  ReplySent: ['reply to requester'],
  InformationRequested: ['information-request to requester'],
  TicketResolved: ['resolution to requester'],
  TicketDeclined: ['declined to requester'],
  TicketClassified: ['classification to requester'],
  PriorityProposed: ['proposal to requester'],
  DateProposed: ['date-proposal to requester'],
  ClosingWarned: ['closing-warning to requester'],
  TicketClosed: ['closed to requester'],
  ClockWarned: ['clock-warning to staff'],
  ClockBreached: ['clock-breach to staff'],
};

describe('what follows an ending', () => {
  const [reopened, stopped] = endingStories().map((story) => told(story).map(([ru]) => ru));

  test('a closed ticket that opens again, a certificate that ends: followed by another, or by none', () => {
    expect(reopened).toContain('Клиент написал письмом: заявка открыта снова');
    expect(reopened).toContain('Сертификат закончился, дальше обслуживает пакет «plus»');
    expect(stopped).toContain('Сертификат закончился: заявка больше не обслуживается');
    expect(stopped).toContain('solution: отсчёт снят, сертификат закончился');
  });
});

describe('letters', () => {
  const stories = goldenStories();

  test('each event owes its own', () => {
    for (const { event } of stories.flatMap((s) => s.journal))
      expect([event.type, noticesOf(event).map((n) => `${n.kind} to ${n.to}`)]).toEqual([
        event.type,
        // Whoever is served on by another certificate, or whose product changes nothing, is told nothing.
        (event.type === 'CertificateEnded' && event.coverage.kind === 'not-entitled') ||
        (event.type === 'ProductNamed' && event.changes === true)
          ? ['coverage to requester']
          : event.type === 'DateAgreed' && event.means !== 'status-page'
            ? ['date-agreed to requester']
            : (letters[event.type] ?? []),
      ]);
  });

  test('to staff about a clock tell the share and the deadline', () => {
    const owed = stories.flatMap((s) => s.journal.flatMap(({ event }) => noticesOf(event)));
    const shares = owed.flatMap((n) => ('threshold' in n ? [[n.kind, n.clock, n.threshold]] : []));
    expect(shares).toEqual([
      ['clock-warning', 'reaction', '0.8'],
      ['clock-breach', 'reaction', '1'],
      ['clock-breach', 'reaction', '1'],
    ]);
  });

  test('an answer on a ticket that nobody closes owes the answer only', () => {
    const flat = after(
      given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' }),
      ['2025-02-07 11:00', says.resolve],
      ['2025-02-07 12:00', says.reply],
    );
    expect(flat.journal.flatMap(({ event }) => noticesOf(event).map((n) => n.kind))).toEqual([
      'registration',
      'resolution',
      'reply',
    ]);
  });
});
