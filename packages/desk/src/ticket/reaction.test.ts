import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
import {
  after,
  clockOf,
  engineer,
  given,
  message,
  noticeAccepted,
  says,
  when,
} from '../test/ticket-story.ts';

describe('what stops a reaction', () => {
  const alter = given('alteroffice', { at: '2025-02-07 10:00', holds: 'extended' });
  const flat = given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' });
  const shtrih = given('shtrih-m', { at: '2025-02-07 10:00', holds: 'paid' });
  const centaur = given('centaur', { at: '2025-02-07 10:00', holds: 'extended', priority: 'critical' });

  test.each([
    ['AO-1.9', alter, 'reaction'],
    ['R28', flat, 'reaction'],
    ['R25', shtrih, 'review'],
  ] as const)(
    '%s: an automatic notice does not, a human answer does, a question does',
    (_clause, story, clock) => {
      expect(
        clockOf(after(story, ['2025-02-07 10:01', noticeAccepted('2025-02-07 10:01')]), clock).status,
      ).toBe('running');
      expect(clockOf(after(story, ['2025-02-07 10:30', says.reply]), clock)).toMatchObject({
        status: 'stopped',
        outcome: 'met',
        stopCause: 'public-reply',
      });
      expect(clockOf(after(story, ['2025-02-07 10:30', says.ask]), clock)).toMatchObject({
        status: 'stopped',
        outcome: 'met',
      });
      expect(
        clockOf(after(story, ['2025-02-07 10:30', says.take], ['2025-02-07 10:31', says.note]), clock).status,
      ).toBe('running');
    },
  );

  test('CN-REACT: only the accepted notice with the number; a question without it does not', () => {
    expect(clockOf(after(centaur, ['2025-02-07 10:05', says.ask]), 'reaction').status).toBe('running');
    const told = after(centaur, ['2025-02-07 10:07', noticeAccepted('2025-02-07 10:06')]);
    expect(clockOf(told, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(inMoscow(clockOf(told, 'reaction').stoppedAt)).toBe('2025-02-07 10:06');
  });

  test('CN-REACT: the number told by phone stops it, a call without the number does not', () => {
    const call = (toldNumber: boolean) =>
      ({ type: 'RecordCall', by: engineer, messageId: message, reached: true, toldNumber }) as const;
    expect(clockOf(after(centaur, ['2025-02-07 10:05', call(false)]), 'reaction').status).toBe('running');
    expect(clockOf(after(centaur, ['2025-02-07 10:05', call(true)]), 'reaction').status).toBe('stopped');
  });

  test('R34: a bounce withdraws the stop and counting goes on from receipt', () => {
    const bounced = after(
      centaur,
      ['2025-02-07 10:01', noticeAccepted('2025-02-07 10:01')],
      ['2025-02-07 10:20', { type: 'RecordNoticeBounced', messageId: message }],
    );
    expect(clockOf(bounced, 'reaction')).toMatchObject({ status: 'running', outcome: null });
    expect(inMoscow(clockOf(bounced, 'reaction').dueAt)).toBe('2025-02-07 11:00');
  });

  test('met at the deadline itself, missed a millisecond later', () => {
    const atDeadline = when(flat, '2025-02-07 14:00', says.reply).story;
    expect(clockOf(atDeadline, 'reaction').outcome).toBe('met');
    const late = when(flat, ((atDeadline.ticket.clocks[0]?.stoppedAt ?? 0) + 1) as never, says.reply).story;
    expect(clockOf(late, 'reaction').outcome).toBe('missed');
  });

  test('waiting for the customer does not pause a reaction that still runs (CN-REACT)', () => {
    const asked = after(centaur, ['2025-02-07 10:05', says.ask]);
    expect(asked.ticket.state).toBe('waiting-for-customer');
    expect(inMoscow(clockOf(asked, 'reaction').dueAt)).toBe('2025-02-07 11:00');
  });
});
