import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
import {
  after,
  classify,
  clockOf,
  customer,
  given,
  message,
  noticeAccepted,
  says,
  when,
} from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';

// The notice with the number never went, so the reaction still runs when the customer confirms.
const closed = after(
  given('centaur', { at: '2025-02-07 10:00', holds: 'extended', priority: 'critical' }),
  ['2025-02-07 10:10', says.resolve],
  ['2025-02-07 10:20', says.confirm],
);

describe('a closed ticket', () => {
  test('rings nothing', () => {
    expect(clockOf(closed, 'reaction').status).toBe('running');
    expect(alarmsOf(closed.ticket)).toEqual([]);
    expect(when(closed, '2025-02-07 12:00', { type: 'RingBreach', clock: 'reaction' }).happened).toEqual([]);
    expect(
      when(closed, '2025-02-07 12:00', { type: 'RingWarning', clock: 'reaction', fraction: 0.5 }).happened,
    ).toEqual([]);
  });

  test('CN-REACT: news of a notice accepted before still ends its clock', () => {
    const told = after(closed, ['2025-02-07 10:30', noticeAccepted('2025-02-07 10:05')]);
    expect(clockOf(told, 'reaction')).toMatchObject({ status: 'stopped', outcome: 'met' });
  });

  test('R34: a bounce is kept and wakes nothing', () => {
    const told = after(closed, ['2025-02-07 10:30', noticeAccepted('2025-02-07 10:05')]);
    expect(
      when(told, '2025-02-07 10:40', { type: 'RecordNoticeBounced', messageId: message }).happened,
    ).toEqual(['NoticeBounced']);
  });
});

describe('a resolved ticket', () => {
  const optima = after(
    given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '1' }),
    ['2025-02-04 10:00', classify('incident', '1')],
    ['2025-03-01 12:00', says.resolve],
  );

  test('OW-9: the warning comes once, three days before', () => {
    expect(inMoscow(optima.ticket.resolution?.warnAt ?? null)).toBe('2025-03-13 00:00');
    expect(when(optima, '2025-03-12 23:59', { type: 'RingClosingWarning' }).happened).toEqual([]);
    const warned = after(optima, ['2025-03-13 00:00', { type: 'RingClosingWarning' }]);
    expect(when(warned, '2025-03-13 00:01', { type: 'RingClosingWarning' }).happened).toEqual([]);
    expect(alarmsOf(warned.ticket).map((a) => a.kind)).toEqual(['closing']);
  });

  test('OW-9: nobody is warned of a day that is over', () => {
    expect(when(optima, '2025-03-16 00:00', { type: 'RingClosingWarning' }).happened).toEqual([]);
  });

  test('where nothing closes by itself an answer says nothing of closing', () => {
    const flat = after(
      given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' }),
      ['2025-02-07 11:00', says.resolve],
    );
    expect(when(flat, '2025-02-07 12:00', says.reply).happened).toEqual(['ReplySent']);
    expect(when(flat, '2025-02-07 12:00', says.customerWrites).happened).toEqual(['CustomerWrote']);
  });

  test('R22: our answer starts the count anew, the solution keeps its date', () => {
    const answered = after(
      optima,
      ['2025-03-05 12:00', says.customerWrites],
      ['2025-03-06 12:00', says.reply],
    );
    expect(inMoscow(answered.ticket.resolution?.at ?? null)).toBe('2025-03-01 12:00');
    expect(inMoscow(answered.ticket.resolution?.warnAt ?? null)).toBe('2025-03-18 00:00');
  });

  test('R21: an objection wakes only what the regulation lets run on', () => {
    const flat = after(
      given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' }),
      ['2025-02-07 11:00', says.resolve],
    );
    expect(when(flat, '2025-02-07 12:00', says.object).happened).toEqual(['ResolutionObjected']);
  });

  test('R22: a second word of the customer cancels nothing more', () => {
    const wrote = after(optima, ['2025-03-05 12:00', says.customerWrites]);
    expect(when(wrote, '2025-03-05 12:01', says.customerWrites).happened).toEqual(['CustomerWrote']);
  });

  test('OW-8: resolved while the customer was waited for: the objection lets execution run on', () => {
    const story = after(
      given('optima', { at: '2025-02-04 09:50', holds: '8x5x4', priority: '1' }),
      ['2025-02-04 10:00', classify('incident', '1')],
      ['2025-02-04 11:00', says.ask],
      ['2025-02-04 12:00', says.resolve],
    );
    expect(clockOf(story, 'execution')).toMatchObject({
      status: 'stopped',
      outcome: 'met',
      spentMs: 3_600_000,
    });
    expect(inMoscow(clockOf(after(story, ['2025-02-04 14:00', says.object]), 'execution').dueAt)).toBe(
      '2025-02-04 17:00',
    );
  });

  test('an open proposal goes with the closing', () => {
    const proposed = after(
      given('centaur', { at: '2025-02-07 10:00', holds: 'basic', priority: 'low' }),
      [
        '2025-02-07 10:05',
        {
          type: 'ProposePriority',
          by: 'person-1' as never,
          proposalId: 'p' as never,
          priority: 'critical',
          messageId: message,
        },
      ],
      ['2025-02-07 11:00', says.resolve],
      ['2025-02-07 12:00', says.confirm],
    );
    expect(proposed.ticket.proposal).toBeNull();
    expect(
      when(proposed, '2025-02-07 12:01', {
        type: 'AnswerProposal',
        contactId: customer,
        proposalId: 'p' as never,
        accepted: true,
        means: 'email',
      }).refused,
    ).toBe('already-closed');
  });
});

describe('warnings', () => {
  test('of a ticket registered late only those still to come', () => {
    const late = given('flat', {
      at: '2025-02-07 10:00',
      registeredAt: '2025-02-07 13:00',
      holds: '8x5',
      priority: '2',
      channel: 'portal',
    });
    expect(late.ticket.warnings.map((w) => w.fraction)).toEqual([0.8]);
  });

  test('the later one rung, the earlier has nothing to say', () => {
    const story = given('flat', { at: '2025-02-07 10:00', holds: '8x5', priority: '2', channel: 'portal' });
    expect(story.ticket.warnings.map((w) => w.fraction)).toEqual([0.5, 0.8]);
    const rung = after(story, [
      '2025-02-07 13:30',
      { type: 'RingWarning', clock: 'reaction', fraction: 0.8 },
    ]);
    expect(rung.ticket.warnings).toEqual([]);
  });
});

describe('classification', () => {
  test('AO-4.2.2: what the type wants is missing from then on', () => {
    const story = given('alteroffice', { at: '2025-02-07 10:00', holds: 'basic' });
    expect(story.ticket.missingFields).not.toContain('steps');
    expect(after(story, ['2025-02-07 10:10', classify('problem', null)]).ticket.missingFields).toContain(
      'steps',
    );
    const asProblem = given('alteroffice', { at: '2025-02-07 10:00', holds: 'basic', ticketType: 'problem' });
    expect(
      after(asProblem, ['2025-02-07 10:10', classify('consultation', null)]).ticket.missingFields,
    ).not.toContain('steps');
  });

  test('CN-CHANGE R35: a type given to an assumed level leaves the level to the customer', () => {
    const story = after(given('centaur', { at: '2025-02-07 10:00', holds: 'extended' }), [
      '2025-02-07 10:10',
      classify('incident', 'medium'),
    ]);
    expect(story.ticket).toMatchObject({ supposedPriority: 'medium', prioritySource: 'default' });
    const stated = after(story, ['2025-02-07 10:20', { ...says.customerWrites, priority: 'critical' }]);
    expect(stated.ticket).toMatchObject({ priority: 'critical', prioritySource: 'stated' });
    expect(inMoscow(clockOf(stated, 'reaction').dueAt)).toBe('2025-02-07 11:00');
  });

  test('the customer’s own level stays theirs', () => {
    const story = given('flat', { at: '2025-02-07 10:00', holds: '24x7', priority: '3', channel: 'portal' });
    expect(after(story, ['2025-02-07 10:10', classify('incident', '3')]).ticket.prioritySource).toBe(
      'stated',
    );
    expect(after(story, ['2025-02-07 10:10', classify('incident', '2', true)]).ticket.prioritySource).toBe(
      'set',
    );
  });

  test('CN-CHANGE: a level that the customer gave stays in force and theirs', () => {
    const story = given('centaur', { at: '2025-02-07 10:00', holds: 'extended', priority: 'critical' });
    expect(after(story, ['2025-02-07 10:10', classify('incident', 'critical')]).ticket).toMatchObject({
      priority: 'critical',
      prioritySource: 'stated',
    });
  });

  test('the same level changes no deadline', () => {
    const story = given('flat', { at: '2025-02-07 10:00', holds: '24x7', priority: '3', channel: 'portal' });
    expect(when(story, '2025-02-07 10:10', classify('incident', '3')).happened).toEqual(['TicketClassified']);
  });

  test('OW-P R20: what the customer supposes later stays supposed, processing goes by it', () => {
    const story = after(given('optima', { at: '2025-02-07 10:00', holds: '8x5x4' }), [
      '2025-02-07 10:10',
      { ...says.customerWrites, priority: '3' },
    ]);
    expect(story.ticket).toMatchObject({ supposedPriority: '3', priority: null, prioritySource: 'stated' });
    expect(inMoscow(clockOf(story, 'processing').dueAt)).toBe('2025-02-07 11:00');
  });

  test('OW-P: a supposed level comes into force by classification', () => {
    const story = given('optima', { at: '2025-02-07 10:00', holds: '8x5x4', priority: '3' });
    expect(after(story, ['2025-02-07 10:10', classify('incident', '3')]).ticket).toMatchObject({
      priority: '3',
      prioritySource: 'set',
    });
  });
});
