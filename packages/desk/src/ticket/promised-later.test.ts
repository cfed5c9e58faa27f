import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, variant } from '../test/shipped-regulations.ts';
import {
  after,
  certificateOf,
  classify,
  clockOf,
  company,
  engineer,
  given,
  message,
  noticeAccepted,
  says,
  type Story,
  when,
} from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import type { TicketCommand } from './commands.ts';

const receivedAt = '2025-02-07 10:00';
const identify = (packageId: string | null): TicketCommand => ({
  type: 'Identify',
  companyId: company,
  certificates: packageId === null ? [] : [certificateOf(packageId, moscow(receivedAt))],
});
const lift: TicketCommand = { type: 'AcceptUncovered', reasonMessageId: message };
const call = (toldNumber: boolean): TicketCommand => ({
  type: 'RecordCall',
  by: engineer,
  messageId: message,
  reached: true,
  toldNumber,
});
const bounce: TicketCommand = { type: 'RecordNoticeBounced', messageId: message };
const stranger = (desk: string, more: Partial<Parameters<typeof given>[1]> = {}): Story =>
  given(desk, { at: receivedAt, holds: 'stranger', ...more });

describe('a clock promised only later knows what already ended it', () => {
  test.each([
    ['AO-1.9', 'alteroffice', 'extended', 'reaction', says.ask, 'information-request'],
    ['AO-1.9', 'alteroffice', 'extended', 'reaction', says.reply, 'public-reply'],
    ['R25', 'shtrih-m', 'paid', 'review', says.ask, 'information-request'],
  ] as const)(
    '%s: a stranger was answered, then known: %s %s',
    (_clause, desk, packageId, id, word, cause) => {
      const known = after(
        stranger(desk),
        ['2025-02-07 10:30', word],
        ['2025-02-10 10:40', says.customerWrites],
        ['2025-02-10 16:50', identify(packageId)],
      );
      const clock = clockOf(known, id);
      expect(clock).toMatchObject({ status: 'stopped', outcome: 'met', stopCause: cause });
      expect(inMoscow(clock.stoppedAt)).toBe('2025-02-07 10:30');
      expect(alarmsOf(known.ticket)).toEqual([]);
    },
  );

  test('the first of several words ends it, and one too late is late', () => {
    const known = after(
      stranger('alteroffice'),
      ['2025-02-10 11:30', says.ask],
      ['2025-02-10 12:30', says.reply],
      ['2025-02-10 13:00', identify('extended')],
    );
    expect(inMoscow(clockOf(known, 'reaction').stoppedAt)).toBe('2025-02-10 11:30');
    expect(clockOf(known, 'reaction')).toMatchObject({ outcome: 'missed' });
    expect(inMoscow(clockOf(known, 'reaction').breachedAt)).toBe('2025-02-10 08:00');
  });

  test('AO-1.9: nobody answered the stranger, so the reaction runs from registration', () => {
    const known = after(
      stranger('alteroffice'),
      ['2025-02-07 10:30', noticeAccepted('2025-02-07 10:30')],
      ['2025-02-07 11:00', identify('extended')],
    );
    expect(clockOf(known, 'reaction').status).toBe('running');
    expect(inMoscow(clockOf(known, 'reaction').dueAt)).toBe('2025-02-10 08:00');
  });

  test('FL-PRIO R28: answered before the priority was known', () => {
    const story = after(
      given('flat', { at: receivedAt, holds: '8x5', channel: 'portal' }),
      ['2025-02-07 10:20', says.reply],
      ['2025-02-07 15:00', classify('incident', '1')],
    );
    expect(clockOf(story, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
  });

  test('FL-PRIO: resolved before the priority was known: what the customer says then starts nothing', () => {
    const story = after(
      given('flat', { at: receivedAt, holds: '8x5', channel: 'portal' }),
      ['2025-02-07 10:20', says.resolve],
      ['2025-02-07 15:00', { ...says.customerWrites, priority: '1' }],
    );
    expect(clockOf(story, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
  });

  test('OW-N3 R5: a classified stranger gets both clocks: processing as it ended, execution from then', () => {
    const known = after(
      stranger('optima', { priority: '3' }),
      ['2025-02-07 10:20', classify('incident', '1')],
      ['2025-02-07 11:00', identify('8x5x4')],
    );
    expect(clockOf(known, 'processing')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(inMoscow(clockOf(known, 'processing').stoppedAt)).toBe('2025-02-07 10:20');
    expect(clockOf(known, 'execution').status).toBe('running');
    expect(inMoscow(clockOf(known, 'execution').dueAt)).toBe('2025-02-07 14:20');
  });

  test('R19: the time for which the stranger was waited for is not counted', () => {
    const asked = after(
      stranger('optima'),
      ['2025-02-07 10:20', classify('incident', '1')],
      ['2025-02-07 10:30', says.ask],
    );
    const waiting = after(asked, ['2025-02-07 11:00', identify('8x5x4')]);
    expect(clockOf(waiting, 'execution')).toMatchObject({ status: 'paused', spentMs: 600_000 });
    const answered = after(waiting, ['2025-02-07 12:30', says.customerWrites]);
    expect(inMoscow(clockOf(answered, 'execution').dueAt)).toBe('2025-02-07 16:20');
    const later = after(
      asked,
      ['2025-02-07 12:30', says.customerWrites],
      ['2025-02-07 13:00', identify('8x5x4')],
    );
    expect(inMoscow(clockOf(later, 'execution').dueAt)).toBe('2025-02-07 16:20');
  });

  test('R20 R19: waiting costs processing nothing, and execution nothing that was before it', () => {
    const known = after(
      stranger('optima'),
      ['2025-02-07 10:05', says.ask],
      ['2025-02-07 10:15', says.customerWrites],
      ['2025-02-07 10:20', classify('incident', '1')],
      ['2025-02-07 11:00', identify('8x5x4')],
    );
    expect(clockOf(known, 'processing')).toMatchObject({ spentMs: 1_200_000, pauses: [] });
    expect(clockOf(known, 'execution')).toMatchObject({ status: 'running', pauses: [] });
  });

  test('R19: waited for twice, both times are left out', () => {
    const known = after(
      stranger('optima'),
      ['2025-02-07 10:00', classify('incident', '1')],
      ['2025-02-07 10:10', says.ask],
      ['2025-02-07 11:10', says.customerWrites],
      ['2025-02-07 11:20', says.ask],
      ['2025-02-07 12:20', says.customerWrites],
      ['2025-02-07 12:30', identify('8x5x4')],
    );
    expect(inMoscow(clockOf(known, 'execution').dueAt)).toBe('2025-02-07 16:00');
  });

  test('classified twice, it was classified the first time', () => {
    const known = after(
      stranger('optima'),
      ['2025-02-07 10:10', classify('incident', '1')],
      ['2025-02-07 12:10', classify('question', '1')],
      ['2025-02-07 12:30', identify('8x5x4')],
    );
    expect(inMoscow(clockOf(known, 'execution').startedAt)).toBe('2025-02-07 10:10');
    expect(inMoscow(clockOf(known, 'processing').stoppedAt)).toBe('2025-02-07 10:10');
  });

  test('R38: covered by what was in force at receipt', () => {
    const ended: TicketCommand = {
      type: 'Identify',
      companyId: company,
      certificates: [certificateOf('extended', moscow(receivedAt), { endsAt: moscow('2025-02-07 10:10') })],
    };
    expect(after(stranger('centaur'), ['2025-02-07 11:00', ended]).ticket.coverage.kind).toBe('covered');
    const late = given('centaur', {
      at: receivedAt,
      registeredAt: '2025-02-07 11:00',
      holds: 'extended',
      until: '2025-02-07 10:10',
    });
    expect(late.ticket.coverage.kind).toBe('covered');
  });

  test('OW-8: resolved before the company was known: nothing runs, and an objection lets execution run on', () => {
    const known = after(
      stranger('optima'),
      ['2025-02-07 10:20', classify('incident', '1')],
      ['2025-02-07 11:20', says.resolve],
      ['2025-02-07 12:00', identify('8x5x4')],
    );
    expect(known.ticket.clocks.map((c) => [c.id, c.status, c.outcome])).toEqual([
      ['processing', 'stopped', 'met'],
      ['execution', 'stopped', 'met'],
    ]);
    const objected = after(known, ['2025-02-07 13:00', says.object]);
    expect(inMoscow(clockOf(objected, 'execution').dueAt)).toBe('2025-02-07 16:00');
  });
});

describe('a ticket that turns out not to be covered', () => {
  test('CN-L4 R35: what ran meanwhile is taken back, nothing rings any more', () => {
    const story = after(stranger('centaur', { priority: 'critical' }), ['2025-02-07 10:05', identify(null)]);
    expect(story.ticket).toMatchObject({ state: 'not-entitled', clocks: [], warnings: [] });
    expect(alarmsOf(story.ticket)).toEqual([]);
  });

  test('work that was begun goes on', () => {
    const story = after(
      stranger('centaur'),
      ['2025-02-07 10:02', says.take],
      ['2025-02-07 10:05', identify(null)],
    );
    expect(story.ticket).toMatchObject({ state: 'in-progress', coverage: { kind: 'not-entitled' } });
    expect(clockOf(story, 'reaction').status).toBe('running');
    expect(when(story, '2025-02-07 10:30', says.resolve).refused).toBeNull();
  });

  test('R34: a clock that ended stays on record, and no bounce wakes it', () => {
    const story = after(
      stranger('centaur', { priority: 'critical' }),
      ['2025-02-07 10:02', noticeAccepted('2025-02-07 10:02')],
      ['2025-02-07 10:05', identify(null)],
      ['2025-02-07 10:20', bounce],
    );
    expect(story.ticket.clocks).toMatchObject([{ status: 'stopped', outcome: 'met' }]);
  });

  test('taken on by staff it counts from then, and what was done before does not count', () => {
    const story = after(
      stranger('centaur', { priority: 'critical' }),
      ['2025-02-07 10:05', identify(null)],
      ['2025-02-07 10:30', says.reply],
      ['2025-02-07 11:00', lift],
    );
    expect(clockOf(story, 'reaction').status).toBe('running');
    expect(inMoscow(clockOf(story, 'reaction').startedAt)).toBe('2025-02-07 11:00');
  });

  test('AO-1.9: an answer given before it was taken on is not the reaction', () => {
    const story = after(
      given('alteroffice', { at: receivedAt, holds: 'nothing' }),
      ['2025-02-07 10:30', says.reply],
      ['2025-02-07 11:00', lift],
    );
    expect(clockOf(story, 'reaction').status).toBe('running');
    expect(clockOf(after(story, ['2025-02-07 11:10', says.reply]), 'reaction').outcome).toBe('met');
  });

  test('taken on without a package it is served under the least', () => {
    const story = after(given('centaur', { at: receivedAt, holds: 'nothing' }), ['2025-02-07 11:00', lift]);
    expect(story.ticket.coverage).toEqual({ kind: 'lifted', packageId: 'basic', clause: null });
  });

  test('classified before, it is not to be classified again: only execution starts', () => {
    const story = after(
      stranger('optima'),
      ['2025-02-07 10:10', classify('incident', '1')],
      ['2025-02-07 10:20', identify(null)],
      ['2025-02-07 11:00', lift],
    );
    expect(story.ticket.clocks.map((c) => c.id)).toEqual(['execution']);
    expect(inMoscow(clockOf(story, 'execution').dueAt)).toBe('2025-02-07 15:00');
  });

  test('a priority stated after it was taken on starts its clock from then, not in the past', () => {
    const story = after(
      given('flat', { at: receivedAt, holds: 'nothing', channel: 'portal' }),
      ['2025-02-10 10:00', lift],
      ['2025-02-10 11:00', { ...says.customerWrites, priority: '1' }],
    );
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-10 12:00');
  });

  test('what staff took on stays taken on when the company turns out not to be covered', () => {
    const lifted = after(
      stranger('flat', { channel: 'email', priority: '1' }),
      ['2025-02-07 11:00', lift],
      ['2025-02-07 11:30', identify(null)],
    );
    expect(lifted.ticket).toMatchObject({ state: 'new', companyId: company, coverage: { kind: 'lifted' } });
    expect(clockOf(lifted, 'reaction').status).toBe('running');
  });

  test('what staff took on gets what the company holds', () => {
    const desk = variant('flat', 'no promise over other channels', (regulation) => ({
      ...regulation,
      entitlement: { ...regulation.entitlement, otherChannel: { kind: 'no-promise' } },
    }));
    const covered = after(
      stranger(desk, { channel: 'phone' }),
      ['2025-02-07 11:00', lift],
      ['2025-02-07 11:10', { ...says.customerWrites, priority: '1' }],
      ['2025-02-07 11:30', identify('24x7')],
    );
    expect(covered.ticket.coverage).toMatchObject({ kind: 'covered', packageId: '24x7' });
    expect(inMoscow(clockOf(covered, 'reaction').dueAt)).toBe('2025-02-07 13:00');
  });
});

describe('the number told by phone', () => {
  const critical = given('centaur', { at: receivedAt, holds: 'extended', priority: 'critical' });

  test('CN-REACT R34: a letter that comes back takes nothing from a talk that told it', () => {
    const talked = after(
      critical,
      ['2025-02-07 10:05', call(true)],
      ['2025-02-07 10:06', noticeAccepted('2025-02-07 10:06')],
    );
    expect(when(talked, '2025-02-07 10:20', bounce).happened).toEqual(['NoticeBounced']);
  });

  test('CN-REACT R34: told by phone after the letter, the letter came back: it ends with the talk', () => {
    const story = after(
      critical,
      ['2025-02-07 10:02', noticeAccepted('2025-02-07 10:02')],
      ['2025-02-07 10:10', call(true)],
      ['2025-02-07 10:20', bounce],
    );
    expect(clockOf(story, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(inMoscow(clockOf(story, 'reaction').stoppedAt)).toBe('2025-02-07 10:10');
  });

  test('CN-REACT: told twice, it was told the first time', () => {
    const story = after(
      critical,
      ['2025-02-07 10:02', noticeAccepted('2025-02-07 10:02')],
      ['2025-02-07 10:10', call(true)],
      ['2025-02-07 10:30', call(true)],
      ['2025-02-07 10:40', bounce],
    );
    expect(inMoscow(clockOf(story, 'reaction').stoppedAt)).toBe('2025-02-07 10:10');
  });

  test('R34: told the very moment that the letter was accepted', () => {
    const story = after(critical, ['2025-02-07 10:05', call(true)]);
    expect(when(story, '2025-02-07 10:20', bounce).happened).toEqual(['NoticeBounced']);
  });

  test('R28 R34: a bounce takes back nothing but what the notice ended', () => {
    const flat = after(given('flat', { at: receivedAt, holds: '8x5', priority: '2', channel: 'portal' }), [
      '2025-02-07 10:30',
      says.reply,
    ]);
    expect(when(flat, '2025-02-07 10:40', bounce).happened).toEqual(['NoticeBounced']);
  });
});
