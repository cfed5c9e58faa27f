import { readFileSync } from 'node:fs';
import { formatInstant, parseInstant, type Instant, type TimeZoneId } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { checkExamples } from '../clock/index.ts';
import { alsoKnown, inMoscow } from '../test/shipped-regulations.ts';
import {
  after,
  classify,
  clockOf,
  engineer,
  given,
  message,
  proposal,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import type { TicketCommand } from './commands.ts';

// An invented regulation answers every question in the other way than the five real ones do: the desk runs it without
// a line of code of its own. The number of each reading stands in the test's name and in the file.

const text = readFileSync(new URL('../test/every-alternative.yaml', import.meta.url), 'utf8');
const lira = alsoKnown('lira', text);
const ZONE = 'Asia/Yekaterinburg' as TimeZoneId;

const instantOf = (time: string): Instant => {
  const at = parseInstant(`${time.replace(' ', 'T')}+05:00`);
  if (at === null) throw new Error(`not a time: ${time}`);
  return at;
};
/** A time in Perm as the stories write times: in Moscow. */
const perm = (time: string): string => inMoscow(instantOf(time)) ?? '';
const inPerm = (at: Instant | null): string | null =>
  at === null
    ? null
    : formatInstant(at, ZONE)
        .replace('T', ' ')
        .replace(/(:00)?\+05:00$/u, '');

const begun = (at: string, changes: Partial<Parameters<typeof given>[1]> = {}): Story =>
  given('lira', { at: perm(at), holds: 'basic', ticketType: 'failure', ...changes });
const due = (story: Story, clock: string): string | null => inPerm(clockOf(story, clock).dueAt);
const later = (story: Story, ...steps: readonly (readonly [string, TicketCommand])[]): Story =>
  after(story, ...steps.map(([at, command]) => [perm(at), command] as const));
const asked = (story: Story, at: string, command: TicketCommand) => when(story, perm(at), command);

const call = (reached: boolean, toldNumber: boolean): TicketCommand => ({
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached,
  toldNumber,
});

/** Each alternative of the readings, and where the file says it. */
const SAID: Readonly<Record<string, RegExp>> = {
  R1: /within: 12 working hours/u,
  R2: /mon-sat: 07:00-19:00/u,
  R3: /within: 12 working hours, clause/u,
  R4: /09:00-13:00, 14:00-18:00/u,
  R5: /solution:[\s\S]*?starts: registration/u,
  R6: /2 working days, same time/u,
  R7: /after: 336 hours/u,
  R8: /30 days after purchase/u,
  R9: /registered-in: cabinet/u,
  R10: /terms: \[90 days/u,
  R11: /given: everybody/u,
  R12: /within: 365 days/u,
  R13: /within: 72 hours/u,
  R14: /within: 3 working days/u,
  R15: /within: 2 hours/u,
  R16: /named-date: ignored/u,
  R17: /8 hours, from opening, then next opening/u,
  R18: /2 working days, from opening/u,
  R19: /after-pause: closing-time/u,
  R20: /figure-by: set-priority/u,
  R21: /reply: reopens/u,
  R22: /stopped-by: confirmation-or-objection/u,
  R23: /types: request, within: nothing/u,
  R25: /stops: \[taken\]/u,
  R26: /starts: later-of-both/u,
  R27: /standing-of: end-customer/u,
  R28: /stops: \[callback\]/u,
  R29: /12 months, 36 months, 60 months\]/u,
  R30: /withholds: \[updates/u,
  R31: /starts: previous-end/u,
  R32: /working: now/u,
  R33: /changed-by-staff: never/u,
  R34: /after-bounce: leave/u,
  R35: /without-package: basic/u,
  R36: /reach: region/u,
  R37: /local-time: site/u,
  R38: /ticket: stops/u,
  R39: /day-off: next-working-day/u,
  R40: /first contact/u,
  R41: /from: purchase/u,
  R42: /120 working hours/u,
  R43: /tickets: current/u,
  R44: /last-day: day-before/u,
};

test('the file is sound, its examples come out', () => {
  expect(lira.examples.length).toBeGreaterThan(3);
  expect(checkExamples(lira.regulation, lira.examples)).toEqual([]);
});

// R24 is a label: no rule of the desk could be another.
test('every reading is said in its other way', () => {
  const expected = Array.from({ length: 44 }, (_, index) => `R${index + 1}`).filter((id) => id !== 'R24');
  expect(Object.keys(SAID)).toEqual(expected);
  for (const [id, words] of Object.entries(SAID)) expect([id, words.test(text)]).toEqual([id, true]);
});

describe('hours and counting', () => {
  test('R1, R4: twelve hours of the office, lunch left out', () => {
    expect(due(begun('2025-02-07 16:00'), 'first-word')).toBe('2025-02-11 11:00');
  });

  test('R2: Saturdays are open, public holidays closed', () => {
    const best = (at: string) => due(begun(at, { holds: 'best', ticketType: 'failure' }), 'first-word');
    expect(best('2025-02-08 10:00')).toBe('2025-02-08 18:00');
    expect(best('2025-05-01 10:00')).toBe('2025-05-03 15:00');
  });

  test('R4: a day before a holiday ends an hour earlier where the file says so', () => {
    expect(due(begun('2025-04-30 09:00'), 'first-word')).toBe('2025-05-05 15:00');
  });

  test('R5, R18: the solution counts from registration, from the date of the next opening', () => {
    expect(due(begun('2025-02-08 12:00'), 'solution')).toBe('2025-02-12 18:00');
  });

  test('R6: the same time of day, two working days later', () => {
    expect(due(begun('2025-02-07 10:00', { holds: 'best' }), 'solution')).toBe('2025-02-10 10:00');
  });

  test('R13, R15: plain hours stand where they fall', () => {
    const story = begun('2025-02-07 17:30', { holds: 'best', priority: 'stop' });
    expect(due(story, 'call')).toBe('2025-02-10 17:30');
    expect(due(story, 'in-work')).toBe('2025-02-07 19:30');
  });

  test('R14: working days instead of their hours', () => {
    expect(due(begun('2025-02-07 16:00'), 'in-work')).toBe('2025-02-12 18:00');
  });

  test('R17: a request outside the hours counts from the opening', () => {
    expect(due(begun('2025-02-09 12:00', { holds: 'best' }), 'first-word')).toBe('2025-02-10 15:00');
  });

  test('R19: a deadline that a pause has moved goes on to closing time', () => {
    const story = later(
      begun('2025-02-04 10:00'),
      ['2025-02-04 10:05', classify('failure', 'slow')],
      ['2025-02-04 12:00', says.ask],
      ['2025-02-04 16:00', says.customerWrites],
    );
    expect(due(story, 'solution')).toBe('2025-02-07 18:00');
  });

  test('R23: nothing is promised for work outside the list', () => {
    const story = begun('2025-02-04 10:00', { ticketType: 'request' });
    expect(story.ticket.clocks.some(({ id }) => id === 'solution')).toBe(false);
    const changed = later(begun('2025-02-04 10:00'), ['2025-02-04 10:05', classify('request', 'slow')]);
    expect(changed.ticket.clocks.some(({ id }) => id === 'solution')).toBe(false);
  });

  test('R42: a correction is promised in hours', () => {
    const story = later(begun('2025-02-03 07:00', { holds: 'best' }), [
      '2025-02-03 07:00',
      classify('failure', 'slow'),
    ]);
    expect(due(story, 'correction')).toBe('2025-02-13 19:00');
  });
});

describe('what stops, pauses and changes a clock', () => {
  test('R20: waiting for the customer pauses the sorting, and the set priority judges it', () => {
    const waiting = later(begun('2025-02-04 10:00'), ['2025-02-04 11:00', says.ask]);
    expect(clockOf(waiting, 'sorting').status).toBe('paused');
    const late = later(begun('2025-02-04 10:00'), ['2025-02-04 12:00', classify('failure', 'stop')]);
    expect(clockOf(late, 'sorting')).toMatchObject({ status: 'stopped', rule: { priority: 'stop' } });
    expect(inPerm(clockOf(late, 'sorting').breachedAt)).not.toBeNull();
    const inTime = later(begun('2025-02-04 10:00'), ['2025-02-04 12:00', classify('failure', 'slow')]);
    expect(clockOf(inTime, 'sorting').breachedAt).toBeNull();
  });

  test('R25, R28: taking it up stops the clock, a letter alone to nobody’s ticket takes it as well', () => {
    expect(clockOf(later(begun('2025-02-04 10:00'), ['2025-02-04 11:00', says.take]), 'in-work').status).toBe(
      'stopped',
    );
    expect(clockOf(later(begun('2025-02-04 10:00'), ['2025-02-04 11:00', says.note]), 'in-work').status).toBe(
      'running',
    );
  });

  test('R28: only a call that reached somebody stops the call', () => {
    const story = later(
      begun('2025-02-04 10:00', { priority: 'stop' }),
      ['2025-02-04 10:10', says.reply],
      ['2025-02-04 10:20', call(false, false)],
    );
    expect(clockOf(story, 'call').status).toBe('running');
    expect(clockOf(later(story, ['2025-02-04 10:30', call(true, false)]), 'call').status).toBe('stopped');
  });

  test('R33: the priority is the customer’s: staff can’t change it, nor propose another', () => {
    const story = begun('2025-02-04 10:00', { priority: 'stop' });
    expect(asked(story, '2025-02-04 10:05', classify('failure', 'slow', true))).toMatchObject({
      refused: 'priority-is-customers',
      clause: 'L-2',
    });
    const propose: TicketCommand = {
      type: 'ProposePriority',
      by: engineer,
      proposalId: proposal,
      priority: 'slow',
      messageId: message,
    };
    expect(asked(story, '2025-02-04 10:05', propose).refused).not.toBeNull();
  });

  test('R34: an automatic notice stops nothing, a person who tells the number does, and a bounce leaves it', () => {
    const noticed = later(begun('2025-02-04 10:00'), [
      '2025-02-04 10:01',
      { type: 'RecordNoticeAccepted', at: instantOf('2025-02-04 10:01') },
    ]);
    expect(clockOf(noticed, 'first-word').status).toBe('running');
    expect(clockOf(later(noticed, ['2025-02-04 10:05', call(true, false)]), 'first-word').status).toBe(
      'running',
    );
    const told = later(noticed, ['2025-02-04 10:10', call(true, true)]);
    expect(clockOf(told, 'first-word').status).toBe('stopped');
    const bounced = later(told, ['2025-02-04 10:20', { type: 'RecordNoticeBounced', messageId: message }]);
    expect(clockOf(bounced, 'first-word').status).toBe('stopped');
  });

  test('R35: without a package everybody has the plain one; without a priority the low one is assumed', () => {
    const story = begun('2025-02-04 10:00', { holds: 'nothing' });
    expect(story.ticket.coverage).toMatchObject({ kind: 'fallback', packageId: 'basic' });
    expect(story.ticket.supposedPriority).toBe('slow');
  });
});

describe('how a ticket ends', () => {
  const resolved = (at: string): Story =>
    later(begun('2025-02-04 10:00'), ['2025-02-04 10:05', classify('failure', 'slow')], [at, says.resolve]);

  test('R7: closes so many hours after the solution, to the minute', () => {
    expect(inPerm(resolved('2025-02-04 12:34').ticket.resolution?.closesAt ?? null)).toBe('2025-02-18 12:34');
  });

  test('R39: on a day off it waits for the next working day', () => {
    const closes = inPerm(resolved('2025-04-24 12:00').ticket.resolution?.closesAt ?? null);
    expect(closes?.slice(0, 10)).toBe('2025-05-12');
  });

  test('R22: another message leaves the count as it is', () => {
    const story = later(resolved('2025-02-04 12:34'), ['2025-02-05 10:00', says.customerWrites]);
    expect(inPerm(story.ticket.resolution?.closesAt ?? null)).toBe('2025-02-18 12:34');
  });

  test('R21: an objection starts the solution anew, the first outcome stays on record', () => {
    const story = later(resolved('2025-02-05 12:00'), ['2025-02-06 10:00', says.object]);
    expect(clockOf(story, 'solution')).toMatchObject({ status: 'running' });
    expect(due(story, 'solution')).toBe('2025-02-10 18:00');
    expect(clockOf(story, 'first-word').status).toBe('stopped');
  });

  test('R21: within seven days a message opens the closed ticket again, later it does not', () => {
    const closed = later(resolved('2025-02-05 12:00'), ['2025-02-06 10:00', says.confirm]);
    expect(closed.ticket.state).toBe('closed');
    expect(later(closed, ['2025-02-12 10:00', says.customerWrites]).ticket.state).toBe('in-progress');
    expect(asked(closed, '2025-02-14 10:00', says.customerWrites).refused).toBe('already-closed');
  });

  test('merged into a younger one, that one keeps its own deadlines', () => {
    const older = begun('2025-02-04 10:00');
    const younger = begun('2025-02-05 10:00');
    const before = due(younger, 'solution');
    const kept = later(younger, [
      '2025-02-05 11:00',
      { type: 'TakeOver', by: engineer, gone: older.ticket, messageId: message },
    ]);
    expect(due(older, 'solution') ?? '').not.toBe(before);
    expect(due(kept, 'solution')).toBe(before);
  });

  test('R38: the certificate’s end ends the ticket’s service', () => {
    const story = begun('2025-02-04 10:00', { until: perm('2025-02-05 00:00') });
    const ended = later(story, ['2025-02-05 00:00', { type: 'RingExpiry' }]);
    expect(ended.ticket.state).toBe('not-entitled');
    expect(ended.ticket.clocks.every(({ status }) => status === 'stopped')).toBe(true);
  });
});

describe('lines, exclusions, services', () => {
  const line = (story: Story) => story.ticket.line?.id ?? null;

  test('a ticket begins on the line of the first rule that holds', () => {
    expect(line(begun('2025-02-04 10:00', { holds: 'best', priority: 'stop' }))).toBe('second');
    expect(line(begun('2025-02-04 10:00'))).toBe('first');
  });

  test('what is not done is declined with its clause; a package that has it can’t be declined by it', () => {
    const decline: TicketCommand = {
      type: 'Decline',
      by: engineer,
      messageId: message,
      ground: { kind: 'exclusion', id: 'training' },
    };
    const sorted = (holds: string) =>
      later(begun('2025-02-04 10:00', { holds }), ['2025-02-04 10:05', classify('failure', 'slow')]);
    const declined = later(sorted('basic'), ['2025-02-04 10:10', decline]);
    expect(declined.ticket).toMatchObject({
      state: 'resolved',
      outcome: { kind: 'declined', clause: 'L-10' },
    });
    expect(clockOf(declined, 'solution').status).toBe('stopped');
    expect(asked(sorted('best'), '2025-02-04 10:10', decline)).toMatchObject({ clause: 'L-10' });
  });
});
