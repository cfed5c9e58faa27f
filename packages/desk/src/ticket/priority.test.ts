import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
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
  when,
} from '../test/ticket-story.ts';

describe('classification', () => {
  const optima = given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '3' });

  test('OW-N3 OW-TIME: stops processing, starts execution, tells the customer', () => {
    const { story, happened } = when(optima, '2025-02-04 10:00', classify('incident', '2'));
    expect(happened).toEqual(['TicketClassified', 'ClockStopped', 'ClockArmed']);
    expect(clockOf(story, 'processing').outcome).toBe('met');
    expect(inMoscow(clockOf(story, 'execution').dueAt)).toBe('2025-02-06 18:00');
    expect(story.ticket).toMatchObject({ priority: '2', supposedPriority: '3', type: 'incident' });
  });

  test.each([
    ['1', '2025-02-04 14:00'],
    ['3', '2025-02-10 18:00'],
    ['4', '2025-02-17 18:00'],
  ])('OW-TIME: priority %s is due %s', (priority, expected) => {
    expect(
      inMoscow(
        clockOf(after(optima, ['2025-02-04 10:00', classify('incident', priority)]), 'execution').dueAt,
      ),
    ).toBe(expected);
  });

  test('R20: an information request neither stops nor pauses processing', () => {
    expect(clockOf(after(optima, ['2025-02-04 09:55', says.ask]), 'processing').status).toBe('running');
  });

  test('classified while waiting for the customer: execution is armed and stands still', () => {
    const story = after(
      optima,
      ['2025-02-04 09:55', says.ask],
      ['2025-02-04 10:00', classify('incident', '1')],
    );
    expect(clockOf(story, 'execution').status).toBe('paused');
    const answered = after(story, ['2025-02-04 12:00', says.customerWrites]);
    expect(inMoscow(clockOf(answered, 'execution').dueAt)).toBe('2025-02-04 16:00');
  });

  test('R19: a pause moves a working-day deadline by the working time of the pause', () => {
    const story = after(
      optima,
      ['2025-02-04 10:00', classify('incident', '2')],
      ['2025-02-04 12:00', says.ask],
      ['2025-02-04 15:00', says.customerWrites],
    );
    expect(inMoscow(clockOf(story, 'execution').dueAt)).toBe('2025-02-07 12:00');
  });

  test('wants a known type and a priority where there are priorities', () => {
    expect(when(optima, '2025-02-04 10:00', classify('poem', '2')).refused).toBe('unknown-type');
    expect(when(optima, '2025-02-04 10:00', classify('incident', null)).refused).toBe('priority-required');
    expect(when(optima, '2025-02-04 10:00', classify('incident', '9')).refused).toBe('unknown-priority');
    const alter = given('alteroffice', { at: '2025-02-04 10:00', holds: 'basic' });
    expect(when(alter, '2025-02-04 10:00', classify('problem', '1')).refused).toBe('priority-not-used');
    expect(when(alter, '2025-02-04 10:00', classify('problem', null)).refused).toBeNull();
  });
});

describe('changing a priority', () => {
  const flat = given('flat', { at: '2025-02-07 10:00', holds: '24x7', priority: '3', channel: 'portal' });
  const centaur = given('centaur', { at: '2025-02-07 10:00', holds: 'basic', priority: 'low' });

  test('FL-PRIO R33: only with a reason; what has elapsed stays and the hours change with it (FL-K2)', () => {
    expect(when(flat, '2025-02-07 17:30', classify('incident', '2'))).toMatchObject({
      refused: 'priority-needs-reason',
      clause: 'FL-PRIO',
    });
    const story = after(flat, ['2025-02-07 17:00', classify('incident', '1', true)]);
    // Seven hours of eight are used; two hours are promised now: missed at the change, not before.
    expect(clockOf(story, 'reaction').breachedAt).toBe(story.journal.at(-1)?.at);
  });

  test('FL-PRIO: the same priority needs no reason', () => {
    expect(when(flat, '2025-02-07 11:00', classify('incident', '3')).refused).toBeNull();
  });

  test('CN-CHANGE: staff can only propose; the clock moves when the customer agrees, and keeps what elapsed', () => {
    expect(when(centaur, '2025-02-07 12:00', classify('incident', 'critical'))).toMatchObject({
      refused: 'priority-needs-consent',
      clause: 'CN-CHANGE',
    });
    const propose = {
      type: 'ProposePriority',
      by: engineer,
      proposalId: proposal,
      priority: 'critical',
      messageId: message,
    } as const;
    const proposed = after(centaur, ['2025-02-07 12:00', propose]);
    expect(proposed.ticket.priority).toBe('low');
    const answer = (accepted: boolean) =>
      ({
        type: 'AnswerProposal',
        contactId: customer,
        proposalId: proposal,
        accepted,
        means: 'status-page',
      }) as const;
    const agreed = after(proposed, ['2025-02-07 13:00', answer(true)]);
    expect(agreed.ticket).toMatchObject({ priority: 'critical', proposal: null });
    expect(inMoscow(clockOf(agreed, 'reaction').dueAt)).toBe('2025-02-07 14:00');
    const declined = after(proposed, ['2025-02-07 13:00', answer(false)]);
    expect(declined.ticket).toMatchObject({ priority: 'low', proposal: null });
    expect(clockOf(declined, 'reaction')).toEqual(clockOf(centaur, 'reaction'));
    expect(when(declined, '2025-02-07 13:01', answer(true))).toMatchObject({ refused: 'no-proposal' });
  });

  test('a proposal must change something and be needed', () => {
    const propose = (priority: string) =>
      ({
        type: 'ProposePriority',
        by: engineer,
        proposalId: proposal,
        priority,
        messageId: message,
      }) as const;
    expect(when(centaur, '2025-02-07 12:00', propose('low')).refused).toBe('same-priority');
    expect(when(centaur, '2025-02-07 12:00', propose('huge')).refused).toBe('unknown-priority');
    expect(when(flat, '2025-02-07 12:00', propose('1')).refused).toBe('consent-not-needed');
    expect(
      when(given('shtrih-m', { at: '2025-02-07 10:00', holds: 'paid' }), '2025-02-07 12:00', propose('1'))
        .refused,
    ).toBe('priority-not-used');
  });

  test('R35: what the customer says later replaces what was assumed, once', () => {
    const assumed = given('centaur', { at: '2025-02-07 10:00', holds: 'extended' });
    const write = (priority: string) => ({ ...says.customerWrites, priority });
    const stated = after(assumed, ['2025-02-07 10:30', write('critical')]);
    expect(stated.ticket).toMatchObject({ priority: 'critical', prioritySource: 'stated' });
    expect(inMoscow(clockOf(stated, 'reaction').dueAt)).toBe('2025-02-07 11:00');
    expect(after(stated, ['2025-02-07 10:40', write('low')]).ticket.priority).toBe('critical');
  });
});
