import { colleague } from '../test/given-story.ts';
import { type Instant, localDateOf } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteId, TicketId } from '../ids.ts';
import { sameMark } from '../clock/warning-mark.ts';
import { anyStory, type AnyStory, type Step, stepsOf } from '../test/any-story.ts';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import {
  certificateOf,
  company,
  customer,
  engineer,
  factsAt,
  message,
  proposal,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { allowedActions, type StaffAction } from './allowed.ts';
import type { TicketCommand } from './commands.ts';
import { agreeableClocks } from './decide/agreed-date.ts';
import { decide } from './decide/decide.ts';
import { declinableGrounds } from './decide/grounds.ts';
import { handOversOf } from './decide/lines.ts';
import { describeEvent } from './describe-event.ts';
import type { TicketEventType } from './events.ts';
import { fold } from './evolve.ts';
import { noticesOf } from './notices.ts';
import type { RefusalCode } from './refusals.ts';

const everyStory = (law: (any: AnyStory) => void): void =>
  fc.assert(fc.property(anyStory, law), { numRuns: 300 });
const everyStep = (law: (step: Step, desk: string) => void): void =>
  everyStory((any) => {
    for (const step of stepsOf(any).steps) law(step, any.desk);
  });

/** What a journal may still get after the ticket was closed: notes, links, news of letters. */
const afterwards: ReadonlySet<TicketEventType> = new Set([
  'NoteAdded',
  'TicketLinked',
  'NoticeAccepted',
  'NoticeBounced',
  'RobotWrote',
  'ClockStopped',
]);

describe('of every ticket, whatever is asked of it in whatever order', () => {
  test('the journal tells the whole ticket', () => {
    everyStory((any) => {
      const { begun, steps } = stepsOf(any);
      const { journal, ticket } = steps.at(-1)?.outcome.story ?? begun;
      expect(fold(journal)).toEqual(ticket);
      expect(fold(JSON.parse(JSON.stringify(journal)) as typeof journal)).toEqual(ticket);
      const told = steps.reduce((sum, { outcome }) => sum + outcome.happened.length, begun.journal.length);
      expect(journal).toHaveLength(told);
    });
  });

  test('the same question has the same answer, and a refusal changes nothing', () => {
    everyStep(({ now, command, before, outcome }, desk) => {
      if (outcome.refused !== null) expect(outcome.story).toBe(before);
      const ask = () => decide(command, before.ticket, factsAt(desk, now));
      expect(ask()).toEqual(ask());
    });
  });

  test('closed it stays as it is, but for notes, links and news of letters', () => {
    everyStep(({ before, outcome }) => {
      if (before.ticket.state !== 'closed') return;
      for (const type of outcome.happened) expect(afterwards).toContain(type);
      const { clocks: _, past: __, ...is } = outcome.story.ticket;
      const { clocks: _clocks, past: _past, ...was } = before.ticket;
      expect(is).toEqual(was);
    });
  });

  test('an alarm belongs to a running clock or a solution; closed and uncovered tickets have none', () => {
    everyStep(({ outcome }) => {
      const { ticket } = outcome.story;
      const running = ticket.clocks.filter((c) => c.status === 'running').map((c) => c.id);
      const alarms = alarmsOf(ticket);
      expect(new Set(alarms.map((a) => a.key)).size).toBe(alarms.length);
      for (const alarm of alarms)
        if ('clock' in alarm) expect(running).toContain(alarm.clock);
        else expect(ticket.state).toBe('resolved');
      if (ticket.state === 'closed' || ticket.state === 'not-entitled') expect(alarms).toEqual([]);
      if (ticket.state === 'not-entitled')
        for (const clock of ticket.clocks) expect(clock.status).toBe('stopped');
    });
  });

  test('an alarm that rings goes: it does not ring twice', () => {
    everyStep(({ command, now, outcome }) => {
      if (!command.type.startsWith('Ring')) return;
      expect(when(outcome.story, now, command).happened).toEqual([]);
      // Nobody is warned of what is over itself: a warning goes with the closing, or with the breach.
      const over = (a: Alarm): boolean =>
        a.kind === 'closing-warning' ||
        (a.kind === 'warning' &&
          outcome.story.ticket.clocks.some((c) => c.id === a.clock && c.dueAt !== null && now > c.dueAt));
      const still = alarmsOf(outcome.story.ticket).filter((a) => a.at <= now && !over(a));
      const rung = 'clock' in command ? still.filter((a) => 'clock' in a && a.clock === command.clock) : [];
      const kind = command.type === 'RingBreach' ? 'breach' : 'warning';
      const same = (a: (typeof rung)[number]): boolean =>
        a.kind === kind && !(a.kind === 'warning' && command.type === 'RingWarning' && !sameMark(a, command));
      expect(rung.filter(same)).toEqual([]);
    });
  });

  test('a miss of a clock that goes on was told, and told once', () => {
    everyStory((any) => {
      const { begun, steps } = stepsOf(any);
      const { journal, ticket } = steps.at(-1)?.outcome.story ?? begun;
      const tellings = journal.flatMap(({ event }) =>
        event.type === 'ClockBreached' ? [`${event.clock.id} ${event.dueAt}`] : [],
      );
      expect(new Set(tellings).size).toBe(tellings.length);
      for (const { id, status, breachedAt, pauses } of ticket.clocks) {
        // Whoever stops a clock too late sees it; reopened, it is no news.
        const wasStopped = status === 'stopped' || pauses.some(({ cause }) => cause === 'stopped');
        if (breachedAt !== null && !wasStopped) expect(tellings).toContain(`${id} ${breachedAt}`);
      }
    });
  });

  test('a clock stands still exactly while it waits, and has a deadline only while it runs', () => {
    everyStep(({ outcome }) => {
      const { ticket } = outcome.story;
      for (const clock of ticket.clocks) {
        if (clock.status !== 'running') expect(clock.dueAt).toBeNull();
        expect(clock.status === 'paused').toBe(clock.pauses.some((p) => p.to === null));
        if (clock.status === 'paused') expect(ticket.state).toBe('waiting-for-customer');
      }
    });
  });

  test('an outcome and a first miss stay on record until a notice turns out otherwise', () => {
    everyStep(({ command, before, outcome }) => {
      for (const clock of before.ticket.clocks) {
        const next = outcome.story.ticket.clocks.find((c) => c.id === clock.id);
        if (command.type === 'RecordNoticeBounced' || command.type === 'RecordNoticeAccepted') continue;
        if (clock.outcome !== null) expect(next?.outcome).toBe(clock.outcome);
        if (clock.firstBreachAt !== null && outcome.story.ticket.state !== 'not-entitled')
          expect(next?.firstBreachAt).toBe(clock.firstBreachAt);
      }
    });
  });

  test('how it ended is known only while it has ended, and a refusal cites a clause of the regulation', () => {
    everyStep(({ outcome }, desk) => {
      const { outcome: ended, state } = outcome.story.ticket;
      if ((ended ?? null) === null) return;
      expect(['resolved', 'closed']).toContain(state);
      const clauses = shipped(desk).regulation.clauses.map(({ id }) => id);
      if (ended?.kind === 'declined') expect(clauses).toContain(ended.clause);
    });
  });

  test('a line that a person gave stays until a person gives another', () => {
    everyStep(({ command, before, outcome }) => {
      const { line: was } = before.ticket;
      const { line: is, assigneeId } = outcome.story.ticket;
      if (was?.by === 'hand' && command.type !== 'HandOver') expect(is).toBe(was);
      if (outcome.happened.includes('LineChanged')) expect(assigneeId).toBeNull();
      if (was !== undefined) expect(is).toBeDefined();
    });
  });

  test('what is spent and what was waited fit into the time there was', () => {
    everyStep(({ now, outcome }) => {
      for (const clock of outcome.story.ticket.clocks) {
        const waited = clock.pauses.reduce((sum, { from, to }) => sum + ((to ?? now) - from), 0);
        expect(clock.spentMs).toBeGreaterThanOrEqual(0);
        expect(clock.spentMs + waited).toBeLessThanOrEqual(Math.max(0, now - clock.startedAt));
      }
    });
  });

  test('all is said in both languages, and every letter is owed to somebody', () => {
    everyStory((any) => {
      const { begun, steps } = stepsOf(any);
      const names = {
        regulation: shipped(any.desk).regulation,
        person: () => 'Глеб',
        moment: () => ({ ru: 'завтра', en: 'tomorrow' }),
      };
      for (const { event } of (steps.at(-1)?.outcome.story ?? begun).journal) {
        const { says } = describeEvent(event, names);
        expect(says.ru).toMatch(/[а-яё]/i);
        expect(`${says.ru} ${says.en}`).not.toMatch(/undefined|null|NaN/);
        for (const notice of noticesOf(event)) expect(['requester', 'staff']).toContain(notice.to);
      }
    });
  });
});

const by = engineer;
const messageId = message;

/** A date that the first clock open to one can have; noon of the week after serves every desk's hours. */
const agreeDate = (now: Instant, { desk, ticket }: Story): TicketCommand => {
  const { regulation } = shipped(desk);
  const [first] = agreeableClocks(ticket, regulation);
  const clock = first?.rule.id ?? regulation.clocks[0]?.id ?? '';
  const date = moscow(
    `${localDateOf(regulation.zone, (now + 400 * 86_400_000) as Instant).slice(0, 7)}-12 12:00`,
  );
  return { type: 'AgreeDate', by, proposalId: proposal, clock, date, messageId, agreed: null };
};

/** To the first line that can be, with all that it needs. */
const handOver = ({ desk, ticket }: Story): TicketCommand => {
  const [first] = handOversOf(ticket, shipped(desk).regulation);
  const given = (first?.needs ?? []).map((_, place) => place);
  return { type: 'HandOver', by, toLine: first?.toLine ?? '', messageId, given };
};

/** The commands behind the buttons. */
const commandOf = (story: Story, now: Instant, action: StaffAction): TicketCommand => {
  const { desk } = story;
  const { regulation } = shipped(desk);
  const [priority = null] = regulation.priorities.map((p) => p.id);
  const [ticketType = ''] = regulation.ticketTypes.map((t) => t.id);
  const actions: Readonly<Record<StaffAction, TicketCommand>> = {
    take: { type: 'Take', by },
    assign: {
      type: 'Assign',
      by,
      to: story.ticket.assigneeId === colleague ? null : colleague,
    },
    classify: { type: 'Classify', by, ticketType, priority, reasonMessageId: message },
    'propose-priority': {
      type: 'ProposePriority',
      by,
      proposalId: proposal,
      priority: priority ?? '',
      messageId,
    },
    'request-information': { type: 'RequestInformation', by, messageId },
    'add-note': { type: 'AddNote', messageId },
    reply: { type: 'Reply', by, messageId },
    resolve: { type: 'Resolve', by, messageId },
    decline: {
      type: 'Decline',
      by,
      messageId,
      ground: declinableGrounds(story.ticket, regulation)[0]?.ground ?? { kind: 'service', id: '' },
    },
    'hand-over': handOver(story),
    merge: {
      type: 'MergeInto',
      by,
      kept: { ...story.ticket, ticketId: 'ticket-2' as TicketId, state: 'new' },
      messageId,
    },
    split: { type: 'Split', by, newTicketId: 'ticket-2' as TicketId, messageId },
    'record-confirmation': { type: 'Confirm', contactId: customer, means: 'phone', messageId },
    'record-objection': { type: 'Object', contactId: customer, means: 'phone', messageId, hasReason: true },
    identify: {
      type: 'Identify',
      companyId: company,
      certificates: [certificateOf('none', factsAt(desk, '2025-02-03 08:00').now)],
    },
    'name-site': { type: 'NameSite', siteId: 'site-1' as SiteId, place: null },
    'name-product': {
      type: 'NameProduct',
      about: { name: 'AText', version: null, support: null },
      certificates: [],
    },
    'accept-uncovered': { type: 'AcceptUncovered', reasonMessageId: message },
    'record-call': { type: 'RecordCall', by, messageId, reached: true, toldNumber: true },
    'agree-date': agreeDate(now, story),
    'record-date-answer': {
      type: 'AnswerDate',
      contactId: customer,
      proposalId: story.ticket.dateProposal?.proposalId ?? proposal,
      accepted: false,
      means: 'phone',
      messageId,
    },
  };
  return actions[action];
};

/** What a person can still get wrong behind a button: it depends on what they fill in, or on who they are. */
const theirs: ReadonlySet<RefusalCode | null> = new Set<RefusalCode | null>([
  null,
  'already-yours',
  'classify-first',
  'priority-needs-consent',
  'same-priority',
  'same-date',
  'date-outside-hours',
]);

test('a button that is shown is not refused for the ticket’s state, one that is not shown would be', () => {
  const hidden: ReadonlySet<StaffAction> = new Set([
    'take',
    'classify',
    'request-information',
    'resolve',
    'decline',
    'hand-over',
    'split',
    'merge',
    'record-confirmation',
    'record-objection',
    'identify',
    'accept-uncovered',
    'agree-date',
    'record-date-answer',
  ]);
  everyStep(({ now, outcome: { story } }, desk) => {
    const shown = allowedActions(story.ticket, shipped(desk).regulation);
    for (const action of shown)
      expect(theirs).toContain(when(story, now, commandOf(story, now, action)).refused);
    for (const action of hidden)
      if (!shown.includes(action))
        expect(when(story, now, commandOf(story, now, action)).refused).not.toBeNull();
  });
});
