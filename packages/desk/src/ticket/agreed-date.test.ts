import { describe, expect, test } from 'vitest';
import { describeTrace, traceClock } from '../clock/index.ts';
import type { ClockRule } from '../regulation/regulation.ts';
import { inMoscow, moscow, shipped, variant } from '../test/shipped-regulations.ts';
import {
  after,
  classify,
  clockOf,
  customer,
  engineer,
  given,
  message,
  proposal,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import type { TicketCommand } from './commands.ts';
import { noticesOf } from './notices.ts';

const agree = (clock: string, date: string, phone = false): TicketCommand => ({
  type: 'AgreeDate',
  by: engineer,
  proposalId: proposal,
  clock,
  date: moscow(date),
  messageId: message,
  agreed: phone ? customer : null,
});
const answer = (accepted: boolean): TicketCommand => ({
  type: 'AnswerDate',
  contactId: customer,
  proposalId: proposal,
  accepted,
  means: 'status-page',
  messageId: null,
});

const optima = (desk = 'optima', type = 'incident'): Story =>
  after(given(desk, { at: '2025-02-04 09:50', holds: '8x5x4', priority: '2' }), [
    '2025-02-04 10:00',
    classify(type, '2'),
  ]);
const longer = agree('execution', '2025-02-11 15:00');
const withClock =
  (id: string, change: (clock: ClockRule) => Partial<ClockRule>) =>
  (r: Parameters<Parameters<typeof variant>[2]>[0]) => ({
    ...r,
    clocks: r.clocks.map((c) => (c.id === id ? { ...c, ...change(c) } : c)),
  });

describe('OW-N4: execution takes longer with the customer’s consent', () => {
  test('asking moves nothing; only acceptance does, what elapsed is kept', () => {
    const asked = after(optima(), ['2025-02-05 10:00', longer]);
    expect(inMoscow(clockOf(asked, 'execution').dueAt)).toBe('2025-02-06 18:00');
    const agreed = after(asked, ['2025-02-05 12:00', answer(true)]);
    const clock = clockOf(agreed, 'execution');
    expect(inMoscow(clock.dueAt)).toBe('2025-02-11 15:00');
    expect(clock).toMatchObject({ spentMs: 11 * 3_600_000, rule: { clause: 'OW-N4' } });
    expect(clock.changes?.at(-1)).toMatchObject({ cause: 'agreement', before: { clause: 'OW-TIME' } });
  });

  test('declined, the deadline stays and the question is over', () => {
    const declined = after(optima(), ['2025-02-05 10:00', longer], ['2025-02-05 12:00', answer(false)]);
    expect(inMoscow(clockOf(declined, 'execution').dueAt)).toBe('2025-02-06 18:00');
    expect(when(declined, '2025-02-05 13:00', answer(true)).refused).toBe('no-date-proposal');
  });

  test('agreed on the phone it is in force at once, and the customer has it in writing', () => {
    const agreed = when(optima(), '2025-02-05 10:00', agree('execution', '2025-02-11 15:00', true));
    expect(agreed.happened).toEqual(['DateAgreed', 'ClockRetargeted']);
    expect(agreed.story.journal.flatMap(({ event }) => noticesOf(event)).at(-1)).toMatchObject({
      kind: 'date-agreed',
      means: 'phone',
    });
  });

  test('is changed again by agreement, and the history keeps all', () => {
    const twice = after(
      optima(),
      ['2025-02-05 10:00', longer],
      ['2025-02-05 12:00', answer(true)],
      ['2025-02-10 10:00', agree('execution', '2025-02-13 12:00', true)],
    );
    expect(inMoscow(clockOf(twice, 'execution').dueAt)).toBe('2025-02-13 12:00');
    expect(clockOf(twice, 'execution').changes?.map(({ cause }) => cause)).toEqual([
      'agreement',
      'agreement',
    ]);
    const told = twice.journal.flatMap(({ event }) =>
      event.type === 'DateAgreed' ? [inMoscow(event.before)] : [],
    );
    expect(told).toEqual(['2025-02-06 18:00', '2025-02-11 15:00']);
  });

  test('after a miss the new date counts, the first miss stays on record', () => {
    const late = after(optima(), ['2025-02-07 10:00', agree('execution', '2025-02-11 15:00', true)]);
    expect(clockOf(late, 'execution')).toMatchObject({ status: 'running', breachedAt: null });
    expect(inMoscow(clockOf(late, 'execution').firstBreachAt)).toBe('2025-02-06 18:00');
    const done = after(late, ['2025-02-11 15:00', says.resolve]);
    expect(clockOf(done, 'execution').outcome).toBe('met');
  });

  test('a new question takes the place of one that waits; the answer to the old one answers nothing', () => {
    const again = { ...agree('execution', '2025-02-12 12:00'), proposalId: 'proposal-2' } as TicketCommand;
    const asked = after(optima(), ['2025-02-05 10:00', longer], ['2025-02-05 10:30', again]);
    expect(asked.ticket.dateProposal).toMatchObject({
      proposalId: 'proposal-2',
      date: moscow('2025-02-12 12:00'),
    });
    expect(when(asked, '2025-02-05 11:00', answer(true)).refused).toBe('no-date-proposal');
  });

  test('an answer that comes when the date is over moves nothing', () => {
    const asked = after(optima(), ['2025-02-05 10:00', longer]);
    expect(when(asked, '2025-02-11 15:00', answer(true)).refused).toBe('date-in-past');
    expect(when(asked, '2025-02-11 16:00', answer(false)).happened).toEqual(['DateDeclined']);
  });

  test('a solution ends the question', () => {
    const solved = after(optima(), ['2025-02-05 10:00', longer], ['2025-02-05 11:00', says.resolve]);
    expect(solved.ticket.dateProposal).toBeNull();
    expect(when(solved, '2025-02-05 12:00', answer(true)).refused).toBe('no-date-proposal');
  });

  test('another priority leaves an agreed date as it is', () => {
    const agreed = after(
      optima(),
      ['2025-02-05 10:00', agree('execution', '2025-02-11 15:00', true)],
      ['2025-02-05 11:00', classify('incident', '1')],
    );
    expect(inMoscow(clockOf(agreed, 'execution').dueAt)).toBe('2025-02-11 15:00');
  });

  test('after an objection the clock runs on to the agreed date', () => {
    const objected = after(
      optima(),
      ['2025-02-05 10:00', agree('execution', '2025-02-11 15:00', true)],
      ['2025-02-05 12:00', says.resolve],
      ['2025-02-05 14:00', says.object],
    );
    expect(clockOf(objected, 'execution').rule.target).toMatchObject({ kind: 'agreed-date' });
    // The two hours between count as those of a pause.
    expect(inMoscow(clockOf(objected, 'execution').dueAt)).toBe('2025-02-11 17:00');
  });

  test('an accepted question is over; one about another clock stays', () => {
    const agreed = after(optima(), ['2025-02-05 10:00', longer], ['2025-02-05 12:00', answer(true)]);
    expect(when(agreed, '2025-02-05 12:01', answer(true)).refused).toBe('no-date-proposal');
    const both = after(
      optima('optima', 'request'),
      ['2025-02-05 10:00', agree('paid-work', '2025-03-03 12:00')],
      ['2025-02-05 11:00', agree('execution', '2025-02-11 15:00', true)],
    );
    expect(both.ticket.dateProposal).toMatchObject({ clock: 'paid-work' });
  });

  test('agreed while the ticket waits, it is due when the answer has come', () => {
    const agreed = after(
      optima(),
      ['2025-02-05 10:00', says.ask],
      ['2025-02-05 11:00', agree('execution', '2025-02-11 15:00', true)],
    );
    expect(clockOf(agreed, 'execution')).toMatchObject({ status: 'paused', dueAt: null });
    const back = after(agreed, ['2025-02-05 14:00', says.customerWrites]);
    expect(inMoscow(clockOf(back, 'execution').dueAt)).toBe('2025-02-11 18:00');
  });

  test('another reading, one line: no consent needed', () => {
    const desk = variant(
      'optima',
      'no consent',
      withClock('execution', ({ agreedDate }) => ({
        agreedDate: agreedDate && { ...agreedDate, consent: 'not-needed' },
      })),
    );
    expect(when(optima(desk), '2025-02-05 10:00', longer).happened).toEqual([
      'DateAgreed',
      'ClockRetargeted',
    ]);
  });
});

describe('pauses and an agreed date', () => {
  const waits = [
    ['2025-02-06 16:00', says.ask],
    ['2025-02-06 20:00', says.customerWrites],
  ] as const;
  const dueWith = (pausesMoveIt: boolean): string | null => {
    const desk = variant(
      'optima',
      `pauses move it: ${pausesMoveIt}`,
      withClock('execution', ({ agreedDate }) => ({
        agreedDate: agreedDate && { ...agreedDate, pausesMoveIt },
      })),
    );
    const agreed = after(optima(desk), ['2025-02-05 10:00', agree('execution', '2025-02-11 15:00', true)]);
    return inMoscow(clockOf(after(agreed, ...waits), 'execution').dueAt);
  };

  test('move-it: by their working time', () => expect(dueWith(true)).toBe('2025-02-11 17:00'));
  test('leave-it: not at all', () => expect(dueWith(false)).toBe('2025-02-11 15:00'));
});

describe('R23: paid work has a date of its own', () => {
  const request = optima('optima', 'request');
  const paid = agree('paid-work', '2025-03-03 12:00', true);

  test('the agreement begins its clock and ends the execution, which waited for it', () => {
    const agreed = when(request, '2025-02-05 10:00', paid);
    expect(agreed.happened).toEqual(['DateAgreed', 'ClockStopped', 'ClockArmed']);
    expect(clockOf(agreed.story, 'execution')).toMatchObject({ outcome: 'met', stopCause: 'agreement' });
    expect(inMoscow(clockOf(agreed.story, 'paid-work').dueAt)).toBe('2025-03-03 12:00');
    const { regulation, calendars } = shipped('optima');
    const words = (id: string): string =>
      describeTrace(
        traceClock(clockOf(agreed.story, id), regulation, calendars, moscow('2025-02-05 11:00')),
        regulation,
        'ru',
      ).join('\n');
    expect(words('execution')).toContain('согласована отдельная дата');
    expect(words('paid-work')).toContain('с согласования даты');
  });

  test('waiting for the customer does not move it; the clock stands meanwhile', () => {
    const asked = after(request, ['2025-02-05 10:00', paid], ['2025-02-06 16:00', says.ask]);
    expect(clockOf(asked, 'paid-work').status).toBe('paused');
    const back = after(asked, ['2025-02-06 20:00', says.customerWrites]);
    expect(inMoscow(clockOf(back, 'paid-work').dueAt)).toBe('2025-03-03 12:00');
  });

  test('agreed while the ticket waits, it stands from the first', () => {
    const agreed = after(request, ['2025-02-05 10:00', says.ask], ['2025-02-05 11:00', paid]);
    expect(clockOf(agreed, 'paid-work').status).toBe('paused');
  });

  test('warns at its shares and rings when it is over', () => {
    const agreed = after(request, ['2025-02-05 10:00', paid]);
    expect(agreed.ticket.warnings.map(({ fraction }) => fraction)).toEqual([0.5, 0.8]);
    const over = when(agreed, '2025-03-03 12:01', { type: 'RingBreach', clock: 'paid-work' });
    expect(over.happened).toEqual(['ClockBreached']);
  });

  test('an objection makes it run on to the same date', () => {
    const objected = after(
      request,
      ['2025-02-05 10:00', paid],
      ['2025-02-20 10:00', says.resolve],
      ['2025-02-20 12:00', says.object],
    );
    expect(inMoscow(clockOf(objected, 'paid-work').dueAt)).toBe('2025-03-03 12:00');
  });

  test('a new date while it is over in time makes it run again', () => {
    const leave = variant(
      'optima',
      'outcome final',
      withClock('paid-work', () => ({ onObjection: 'leave' })),
    );
    const objected = after(
      optima(leave, 'request'),
      ['2025-02-05 10:00', paid],
      ['2025-02-20 10:00', says.resolve],
      ['2025-02-20 12:00', says.object],
    );
    expect(clockOf(objected, 'paid-work').status).toBe('stopped');
    const renewed = when(objected, '2025-02-20 13:00', agree('paid-work', '2025-03-10 12:00', true));
    expect(renewed.happened).toEqual(['DateAgreed', 'ClockReopened']);
    const again = renewed.story;
    expect(inMoscow(clockOf(again, 'paid-work').dueAt)).toBe('2025-03-10 12:00');
    expect(clockOf(again, 'paid-work').outcome).toBe('met');
  });
});

describe('dates of the other desks', () => {
  const problem = (holds: string): Story =>
    after(given('alteroffice', { at: '2025-02-10 10:00', holds }), [
      '2025-02-10 10:30',
      classify('problem', null),
    ]);
  const fix = agree('planned-fix', '2025-03-14 18:00');

  test('AO-4.1-bugfix, R42: the desk names the date of a fix and tells the customer', () => {
    const planned = when(problem('extended'), '2025-02-10 12:00', fix);
    expect(planned.happened).toEqual(['DateAgreed', 'ClockArmed']);
    expect(inMoscow(clockOf(planned.story, 'planned-fix').dueAt)).toBe('2025-03-14 18:00');
    expect(planned.story.journal.flatMap(({ event }) => noticesOf(event)).at(-1)).toMatchObject({
      kind: 'date-agreed',
      means: 'staff',
    });
  });

  test('AO-4.1-bugfix: on basic none is promised, with the clause', () => {
    expect(when(problem('basic'), '2025-02-10 12:00', fix)).toMatchObject({
      refused: 'date-not-in-package',
      clause: 'AO-4.1-bugfix',
    });
  });

  const visit = (date: string, holds = 'extended') =>
    when(given('centaur', { at: '2025-02-07 10:00', holds }), '2025-02-07 11:00', agree('visit', date));

  test('CN-VISIT: a visit is proposed inside the window only, for extended', () => {
    expect(visit('2025-02-13 10:00').happened).toEqual(['DateProposed']);
    expect(visit('2025-02-13 09:00').happened).toEqual(['DateProposed']);
    for (const date of ['2025-02-13 08:59', '2025-02-13 17:00', '2025-02-15 12:00'])
      expect(visit(date)).toMatchObject({ refused: 'date-outside-hours', clause: 'CN-VISIT' });
    expect(visit('2025-02-13 10:00', 'basic')).toMatchObject({
      refused: 'date-not-in-package',
      clause: 'CN-VISIT',
    });
  });
});
