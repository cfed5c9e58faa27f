import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import { shipped } from '../test/shipped-regulations.ts';
import { editionJournal } from '../test/edition-journal.ts';
import { goldenStories } from '../test/golden-stories.ts';
import { describeEvent } from './describe-event.ts';
import type { TicketEvent, TicketEventType } from './events.ts';
import { fold } from './evolve.ts';
import type { Ticket } from './ticket.ts';
import { EVENT_VERSION, upcast, upcastTicket } from './upcast.ts';

interface Golden {
  readonly desk: string;
  readonly journal: readonly {
    readonly at: Instant;
    readonly type: string;
    readonly version: number;
    readonly body: object;
  }[];
  readonly ticket: Ticket;
}

const goldenOf = (version: 1 | 2): readonly Golden[] =>
  JSON.parse(
    readFileSync(new URL(`../test/golden-journal.v${version}.json`, import.meta.url), 'utf8'),
  ) as readonly Golden[];

const golden = [...goldenOf(1), ...goldenOf(2)];

/** Every type there is: the compiler asks for a new one here, the test asks for it in a golden journal. */
const types: Readonly<Record<TicketEventType, true>> = {
  TicketRegistered: true,
  ClockArmed: true,
  ClockPaused: true,
  ClockResumed: true,
  ClockStopped: true,
  ClockReopened: true,
  ClockStopWithdrawn: true,
  ClockRetargeted: true,
  ClockWithdrawn: true,
  ClockWarned: true,
  ClockBreached: true,
  NoticeAccepted: true,
  NoticeBounced: true,
  CallRecorded: true,
  DateProposed: true,
  DateAgreed: true,
  DateDeclined: true,
  TicketAssigned: true,
  TicketGiven: true,
  TicketTaken: true,
  TicketClassified: true,
  PriorityStated: true,
  PriorityProposed: true,
  PriorityAccepted: true,
  PriorityDeclined: true,
  InformationRequested: true,
  ReplySent: true,
  NoteAdded: true,
  CustomerWrote: true,
  FieldsStated: true,
  CustomerIdentified: true,
  CompanyReplaced: true,
  SiteNamed: true,
  LocalTimeChanged: true,
  ProductNamed: true,
  CoverageLifted: true,
  TicketResolved: true,
  ClosingRescheduled: true,
  ClosingWarned: true,
  TicketReopened: true,
  CertificateEnded: true,
  ResolutionConfirmed: true,
  ResolutionObjected: true,
  TicketClosed: true,
  TicketDeclined: true,
  LineAssigned: true,
  LineChanged: true,
  NumberLeftToTell: true,
  EditionFollowed: true,
  EditionNotFollowed: true,
  RobotWrote: true,
  TicketLinked: true,
};

const eventsOf = (one: Golden): readonly { readonly at: Instant; readonly event: TicketEvent }[] =>
  one.journal.map(({ at, ...stored }) => ({ at, event: upcast(stored) }));

describe('journals that were kept', () => {
  test.each(golden.map((one) => [one.desk, one] as const))(
    'fold for ever to the ticket they told: %s',
    (_desk, one) => {
      const ticket = fold(eventsOf(one));
      expect(ticket).toEqual(upcastTicket(one.ticket));
      expect(JSON.stringify(ticket)).not.toContain('carried');
    },
  );

  test('today’s rules tell the same stories: each folds to its ticket', () => {
    for (const { journal, ticket } of [...goldenStories(), editionJournal()])
      expect(fold(journal)).toEqual(ticket);
  });

  test('hold every type of event', () => {
    expect(new Set(golden.flatMap((one) => one.journal.map((e) => e.type)))).toEqual(
      new Set(Object.keys(types)),
    );
  });

  test('are told in both languages, each sentence its own', () => {
    for (const one of golden) {
      const names = {
        regulation: shipped(one.desk).regulation,
        person: () => 'Глеб',
        moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
      };
      for (const { event } of eventsOf(one)) {
        const { says } = describeEvent(event, names);
        expect(says.ru).toMatch(/[а-яё]/i);
        expect(says.en).not.toBe(says.ru);
      }
    }
  });

  test('of a newer server are refused, not guessed', () => {
    expect(() => upcast({ type: 'NoteAdded', version: EVENT_VERSION + 1, body: {} })).toThrow(/newer server/);
  });
});
