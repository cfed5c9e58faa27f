import { describe, expect, test } from 'vitest';
import { markOf } from '../clock/warning-mark.ts';
import { inMoscow } from '../test/shipped-regulations.ts';
import {
  after,
  certificateOf,
  classify,
  clockOf,
  company,
  customer,
  given,
  message,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';

const resolvedOptima = (at: string): Story =>
  after(
    given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '1' }),
    ['2025-02-04 10:00', classify('incident', '1')],
    [at, says.resolve],
  );

describe('resolution and the customer’s word', () => {
  test('OW-N3: nothing is resolved before it is classified, where execution depends on it', () => {
    expect(
      when(given('optima', { at: '2025-02-04 09:50', holds: '8x5x4' }), '2025-02-04 10:00', says.resolve)
        .refused,
    ).toBe('classify-first');
  });

  test('OW-8: resolved waits for the customer; execution is stopped and judged', () => {
    const story = resolvedOptima('2025-02-04 12:00');
    expect(story.ticket.state).toBe('resolved');
    expect(clockOf(story, 'execution')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(when(story, '2025-02-04 12:01', says.resolve).refused).toBe('already-resolved');
  });

  test('OW-8 R21: an objection needs a reason; then execution runs on, time in "resolved" not counted', () => {
    const story = resolvedOptima('2025-02-04 12:00');
    expect(when(story, '2025-02-04 15:00', says.objectWithoutReason)).toMatchObject({
      refused: 'objection-needs-reason',
      clause: 'OW-8',
    });
    const objected = after(story, ['2025-02-04 15:00', says.object]);
    expect(objected.ticket).toMatchObject({ state: 'in-progress', resolution: null });
    expect(inMoscow(clockOf(objected, 'execution').dueAt)).toBe('2025-02-04 17:00');
  });

  test('OW-9: confirmation closes; nothing is confirmed before there is a solution', () => {
    expect(after(resolvedOptima('2025-02-04 12:00'), ['2025-02-05 10:00', says.confirm]).ticket.state).toBe(
      'closed',
    );
    expect(
      when(given('optima', { at: '2025-02-04 09:50', holds: '8x5x4' }), '2025-02-04 10:00', says.confirm)
        .refused,
    ).toBe('not-resolved');
  });

  test.each(['2025-03-01 00:00', '2025-03-01 23:59'])(
    'OW-9 R7: resolved at %s closes at 24:00 of the fourteenth day',
    (at) => {
      const story = resolvedOptima(at);
      expect(inMoscow(story.ticket.resolution?.closesAt ?? null)).toBe('2025-03-16 00:00');
      expect(when(story, '2025-03-15 23:59', { type: 'RingClosing' }).happened).toEqual([]);
      expect(when(story, '2025-03-16 00:00', { type: 'RingClosing' }).story.ticket.state).toBe('closed');
    },
  );

  test('OW-9 R22: a human word cancels the count, our next answer starts it anew', () => {
    const wrote = after(resolvedOptima('2025-03-01 12:00'), ['2025-03-05 12:00', says.customerWrites]);
    expect(wrote.ticket).toMatchObject({ state: 'resolved', resolution: { closesAt: null } });
    expect(when(wrote, '2025-04-01 00:00', { type: 'RingClosing' }).happened).toEqual([]);
    const answered = after(wrote, ['2025-03-06 12:00', says.reply]);
    expect(inMoscow(answered.ticket.resolution?.closesAt ?? null)).toBe('2025-03-21 00:00');
  });

  test('R22: an automatic reply does not cancel the count', () => {
    const story = after(resolvedOptima('2025-03-01 12:00'), [
      '2025-03-05 12:00',
      { type: 'RecordRobot', messageId: message, nature: 'auto-reply' },
    ]);
    expect(inMoscow(story.ticket.resolution?.closesAt ?? null)).toBe('2025-03-16 00:00');
  });

  test('where the regulation closes nothing by itself a resolved ticket waits', () => {
    const story = after(
      given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' }),
      ['2025-02-07 11:00', says.resolve],
    );
    expect(story.ticket.resolution).toMatchObject({ closesAt: null, warnAt: null });
    expect(alarmsOf(story.ticket)).toEqual([]);
  });

  test('R21: a closed ticket takes nothing but notes', () => {
    const closed = after(resolvedOptima('2025-02-04 12:00'), ['2025-02-05 10:00', says.confirm]);
    for (const command of [
      says.take,
      says.reply,
      says.ask,
      says.resolve,
      says.customerWrites,
      says.confirm,
      says.object,
      classify('incident', '1'),
    ])
      expect(when(closed, '2025-02-06 10:00', command).refused).toBe('already-closed');
    expect(when(closed, '2025-02-06 10:00', says.note).happened).toEqual(['NoteAdded']);
    expect(alarmsOf(closed.ticket)).toEqual([]);
  });
});

describe('who works on it', () => {
  const story = given('shtrih-m', { at: '2025-02-07 11:00', holds: 'paid' });

  test('taking makes it in progress; taking it again is refused; another may take it over', () => {
    const taken = after(story, ['2025-02-07 11:05', says.take]);
    expect(taken.ticket.state).toBe('in-progress');
    expect(when(taken, '2025-02-07 11:06', says.take).refused).toBe('already-yours');
    expect(
      when(taken, '2025-02-07 11:06', { type: 'Take', by: 'person-2' as never }).story.ticket.assigneeId,
    ).toBe('person-2');
  });

  test('whoever answers a free ticket takes it', () => {
    expect(when(story, '2025-02-07 11:05', says.reply).happened).toEqual([
      'TicketTaken',
      'ReplySent',
      'ClockStopped',
    ]);
  });
});

describe('coverage found later', () => {
  const stranger = given('centaur', { at: '2025-02-07 10:00', holds: 'stranger', priority: 'critical' });
  const identify = (packageId: string | null) =>
    ({
      type: 'Identify',
      companyId: company,
      certificates: packageId === null ? [] : [certificateOf(packageId, stranger.ticket.receivedAt)],
    }) as const;

  test('CN-L4: the proof of extended recalculates from receipt', () => {
    const known = after(stranger, ['2025-02-07 10:30', identify('extended')]);
    expect(known.ticket).toMatchObject({
      companyId: company,
      coverage: { kind: 'covered', packageId: 'extended' },
    });
    expect(inMoscow(clockOf(known, 'reaction').dueAt)).toBe('2025-02-07 11:00');
    expect(when(known, '2025-02-07 10:31', identify('extended')).refused).toBe('already-identified');
  });

  test('R35: a company without any package is not entitled; staff may accept it, counting from then', () => {
    const none = after(given('optima', { at: '2025-02-07 10:00', holds: 'stranger' }), [
      '2025-02-07 10:30',
      identify(null),
    ]);
    expect(none.ticket).toMatchObject({ state: 'not-entitled', clocks: [] });
    expect(when(none, '2025-02-07 11:00', says.take)).toMatchObject({ refused: 'not-covered' });
    const lifted = after(none, ['2025-02-07 11:00', { type: 'AcceptUncovered', reasonMessageId: message }]);
    expect(lifted.ticket).toMatchObject({ state: 'new', coverage: { kind: 'lifted' } });
    expect(inMoscow(clockOf(lifted, 'processing').dueAt)).toBe('2025-02-07 11:30');
    expect(
      when(lifted, '2025-02-07 11:05', { type: 'AcceptUncovered', reasonMessageId: message }).refused,
    ).toBe('nothing-to-lift');
  });

  test('an uncovered ticket can be answered and written to, and stays uncovered', () => {
    const none = given('alteroffice', { at: '2025-02-07 10:00', holds: 'nothing' });
    const talked = after(
      none,
      ['2025-02-07 10:30', says.reply],
      ['2025-02-07 10:40', { ...says.customerWrites, contactId: customer }],
    );
    expect(talked.ticket).toMatchObject({ state: 'not-entitled', assigneeId: null, clocks: [] });
  });
});

describe('alarms', () => {
  const story = given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' });
  const reaction = clockOf(story, 'reaction');

  test('one at each warning and one a millisecond past the deadline; a warning rings once', () => {
    const alarms = alarmsOf(story.ticket);
    expect(alarms.find((a) => a.kind === 'breach')?.at).toBe((reaction.dueAt ?? 0) + 1);
    const warning = alarms.find((a) => a.kind === 'warning');
    if (warning?.kind !== 'warning') throw new Error('no warning is set');
    const ring = { type: 'RingWarning', clock: warning.clock, ...markOf(warning) } as const;
    expect(when(story, (warning.at - 1) as never, ring).happened).toEqual([]);
    const rung = when(story, warning.at, ring);
    expect(rung.happened).toEqual(['ClockWarned']);
    expect(when(rung.story, warning.at, ring).happened).toEqual([]);
  });

  test('missed only past the deadline, once, and never when it was stopped', () => {
    const ring = { type: 'RingBreach', clock: 'reaction' } as const;
    expect(when(story, reaction.dueAt ?? (0 as never), ring).happened).toEqual([]);
    const missed = when(story, ((reaction.dueAt ?? 0) + 1) as never, ring);
    expect(missed.happened).toEqual(['ClockBreached']);
    expect(clockOf(missed.story, 'reaction').breachedAt).toBe(reaction.dueAt);
    expect(when(missed.story, ((reaction.dueAt ?? 0) + 2) as never, ring).happened).toEqual([]);
    expect(
      when(after(story, ['2025-02-07 11:00', says.reply]), ((reaction.dueAt ?? 0) + 1) as never, ring)
        .happened,
    ).toEqual([]);
  });
});
