import { describe, expect, test } from 'vitest';
import { describeTrace, traceClock } from '../clock/index.ts';
import { inMoscow, moscow, shipped, variant } from '../test/shipped-regulations.ts';
import {
  after,
  classify,
  clockOf,
  engineer,
  given,
  message,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import type { TicketCommand } from './commands.ts';

const at = '2025-02-07 17:00';
const flat = (priority: string, holds = '8x5', desk = 'flat'): Story =>
  given(desk, { at, holds, priority, channel: 'portal' });
const call = (reached: boolean, toldNumber = false): TicketCommand => ({
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached,
  toldNumber,
});
const idsOf = ({ ticket }: Story): readonly string[] => ticket.clocks.map(({ id }) => id);

describe('FL-P, R28: the callback of the critical priority', () => {
  test('is due when the reaction is, in the hours of the package', () => {
    expect(inMoscow(clockOf(flat('1'), 'callback').dueAt)).toBe('2025-02-10 10:00');
    expect(inMoscow(clockOf(flat('1', '24x7'), 'callback').dueAt)).toBe('2025-02-07 19:00');
    expect(clockOf(flat('1'), 'callback').dueAt).toBe(clockOf(flat('1'), 'reaction').dueAt);
  });

  test('is promised for no other priority', () => {
    for (const priority of ['2', '3', '4']) expect(idsOf(flat(priority))).toEqual(['reaction']);
  });

  test('a written reply stops the reaction and leaves the call owed', () => {
    const replied = after(flat('1'), ['2025-02-07 17:20', says.reply]);
    expect(clockOf(replied, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(clockOf(replied, 'callback').status).toBe('running');
    expect(alarmsOf(replied.ticket).map(({ key }) => key)).toEqual([
      'warning:callback:0.5',
      'warning:callback:0.8',
      'breach:callback',
    ]);
  });

  test('neither does a solution or an information request end it', () => {
    for (const word of [says.resolve, says.ask])
      expect(clockOf(after(flat('1'), ['2025-02-07 17:20', word]), 'callback').status).toBe('running');
  });

  test('an attempt is kept and stops nothing; the call that reached somebody stops both', () => {
    const attempted = when(flat('1'), '2025-02-07 17:10', call(false));
    expect(attempted.happened).toEqual(['CallRecorded']);
    expect(clockOf(attempted.story, 'callback').status).toBe('running');
    const reached = when(attempted.story, '2025-02-07 17:30', call(true));
    expect(reached.happened).toEqual(['CallRecorded', 'ClockStopped', 'ClockStopped']);
    for (const id of ['reaction', 'callback'])
      expect(clockOf(reached.story, id)).toMatchObject({ outcome: 'met', stopCause: 'callback' });
  });

  test.each([
    ['2025-02-10 10:00', 'met'],
    ['2025-02-10 10:01', 'missed'],
  ])('reached at %s it is %s', (moment, outcome) => {
    const reached = after(flat('1'), ['2025-02-07 17:20', says.reply], [moment, call(true)]);
    expect(clockOf(reached, 'callback').outcome).toBe(outcome);
  });

  test('the number is told only to somebody who was reached', () => {
    expect(when(flat('1'), '2025-02-07 17:10', call(false, true)).refused).toBe('told-nobody');
  });

  test('the other reading, one line: a written reply discharges it', () => {
    const desk = variant('flat', 'a reply discharges', (r) => ({
      ...r,
      clocks: r.clocks.map((c) => (c.id === 'callback' ? { ...c, stops: ['callback', 'public-reply'] } : c)),
    }));
    const replied = after(flat('1', '8x5', desk), ['2025-02-07 17:20', says.reply]);
    expect(clockOf(replied, 'callback')).toMatchObject({ outcome: 'met', stopCause: 'public-reply' });
  });
});

describe('the callback follows the priority (R33, working-time row 15)', () => {
  test('raised in time it is owed from registration', () => {
    const raised = after(flat('2'), ['2025-02-07 17:30', classify('incident', '1', true)]);
    expect(inMoscow(clockOf(raised, 'callback').dueAt)).toBe('2025-02-10 10:00');
  });

  test('raised when its time was over, it is missed from the change and never earlier', () => {
    const raised = after(flat('2'), ['2025-02-10 11:00', classify('incident', '1', true)]);
    expect(inMoscow(clockOf(raised, 'callback').dueAt)).toBe('2025-02-10 11:00');
    const rung = after(raised, ['2025-02-10 11:01', { type: 'RingBreach', clock: 'callback' }]);
    expect(inMoscow(clockOf(rung, 'callback').firstBreachAt)).toBe('2025-02-10 11:00');
    const reached = after(rung, ['2025-02-10 11:20', call(true)]);
    expect(clockOf(reached, 'callback')).toMatchObject({ outcome: 'missed', spentMs: 200 * 60_000 });
  });

  test('a talk before the priority was raised has discharged it', () => {
    const raised = after(
      flat('2'),
      ['2025-02-07 17:10', call(true)],
      ['2025-02-10 11:00', classify('incident', '1', true)],
    );
    expect(clockOf(raised, 'callback')).toMatchObject({ outcome: 'met', stopCause: 'callback' });
  });

  test('lowered in time it is withdrawn, and raised again it is owed again', () => {
    const lowered = when(flat('1'), '2025-02-07 17:30', classify('incident', '3', true));
    expect(lowered.happened).toContain('ClockWithdrawn');
    expect(idsOf(lowered.story)).toEqual(['reaction']);
    const raised = after(lowered.story, ['2025-02-07 17:40', classify('incident', '1', true)]);
    expect(inMoscow(clockOf(raised, 'callback').dueAt)).toBe('2025-02-10 10:00');
  });

  test('lowered after the miss it ends there, and the miss stays on record', () => {
    const lowered = after(flat('1'), ['2025-02-10 10:30', classify('incident', '3', true)]);
    expect(clockOf(lowered, 'callback')).toMatchObject({
      status: 'stopped',
      outcome: 'missed',
      stopCause: 'no-longer-promised',
    });
    expect(inMoscow(clockOf(lowered, 'callback').firstBreachAt)).toBe('2025-02-10 10:00');
    const { regulation, calendars } = shipped('flat');
    const trace = traceClock(clockOf(lowered, 'callback'), regulation, calendars, moscow('2025-02-10 11:00'));
    expect(describeTrace(trace, regulation, 'ru').join('\n')).toContain('это больше не обещано');
    const raised = after(lowered, ['2025-02-10 10:40', classify('incident', '1', true)]);
    expect(clockOf(raised, 'callback')).toMatchObject({ status: 'running', outcome: 'missed' });
    expect(idsOf(raised)).toEqual(['reaction', 'callback']);
  });
});
