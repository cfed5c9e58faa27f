import { describe, expect, test } from 'vitest';
import { inMoscow } from '../test/shipped-regulations.ts';
import { clockOf, given } from '../test/ticket-story.ts';

const due = (desk: string, clock: string, beginning: Parameters<typeof given>[1]): string | null =>
  inMoscow(clockOf(given(desk, beginning), clock).dueAt);

describe('a registration', () => {
  test.each([
    [
      'CN-TIME',
      'centaur',
      'reaction',
      { at: '2025-02-07 16:00', holds: 'basic', priority: 'critical' },
      '2025-02-10 12:00',
    ],
    [
      'CN-TIME',
      'centaur',
      'reaction',
      { at: '2025-02-07 16:00', holds: 'extended', priority: 'low' },
      '2025-02-10 16:00',
    ],
    [
      'OW-TIME OW-P',
      'optima',
      'processing',
      { at: '2025-02-07 17:50', holds: '8x5x4', priority: '3' },
      '2025-02-10 09:50',
    ],
    [
      'R20: no priority, half an hour',
      'optima',
      'processing',
      { at: '2025-02-07 12:00', holds: '8x5x4' },
      '2025-02-07 12:30',
    ],
    [
      'OW-N1: counted from 09:00',
      'optima',
      'processing',
      { at: '2025-02-07 22:00', holds: '8x5x4', priority: '1' },
      '2025-02-10 09:30',
    ],
    ['SH-F-TIME', 'shtrih-m', 'review', { at: '2025-02-07 18:00', holds: 'free' }, '2025-02-12 15:00'],
    ['SH-C-TIME', 'shtrih-m', 'review', { at: '2025-02-07 18:00', holds: 'partner' }, '2025-02-10 17:00'],
    [
      'FL-P FL-K1',
      'flat',
      'reaction',
      { at: '2025-02-07 17:00', holds: '8x5', priority: '1', channel: 'portal' },
      '2025-02-10 10:00',
    ],
    [
      'FL-K3',
      'flat',
      'reaction',
      { at: '2025-02-07 17:00', holds: '24x7-plus', priority: '4', channel: 'portal' },
      '2025-02-09 17:00',
    ],
    [
      'AO-4.1-reaction R17',
      'alteroffice',
      'reaction',
      { at: '2025-02-08 07:00', holds: 'basic' },
      '2025-02-10 08:00',
    ],
  ] as const)('%s: %s %s %o is due %s', (_clause, desk, clock, beginning, expected) => {
    expect(due(desk, clock, beginning)).toBe(expected);
  });

  test('CN-CHANGE R35: without a level it is medium, assumed, and counts as medium', () => {
    const { ticket } = given('centaur', { at: '2025-02-07 16:00', holds: 'extended' });
    expect(ticket).toMatchObject({ supposedPriority: 'medium', priority: null, prioritySource: 'default' });
    expect(ticket.clocks[0]?.rule.priority).toBe('medium');
  });

  test('CN-CHANGE: the customer’s own level is in force at once', () => {
    expect(
      given('centaur', { at: '2025-02-07 16:00', holds: 'extended', priority: 'critical' }).ticket,
    ).toMatchObject({ priority: 'critical', prioritySource: 'stated' });
  });

  test('OW-P R20: the customer’s priority stays supposed until classified', () => {
    expect(given('optima', { at: '2025-02-07 12:00', holds: '8x5x4', priority: '1' }).ticket).toMatchObject({
      supposedPriority: '1',
      priority: null,
    });
  });

  test('a priority that the regulation does not know is not taken over', () => {
    expect(
      given('centaur', { at: '2025-02-07 16:00', holds: 'basic', priority: 'huge' }).ticket.supposedPriority,
    ).toBe('medium');
  });

  test('a delay of ours is not the customer’s: counted from receipt by the mail server (CN-REACT)', () => {
    const story = given('centaur', {
      at: '2025-02-07 10:00',
      registeredAt: '2025-02-07 11:30',
      holds: 'extended',
      priority: 'critical',
    });
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-07 11:00');
    expect(story.ticket.registeredAt).toBeGreaterThan(story.ticket.receivedAt);
  });

  test.each([
    [
      'AO-4.1-channels',
      'alteroffice',
      { at: '2025-02-07 12:00', holds: 'basic', channel: 'phone' },
      'channel',
    ],
    [
      'FL-CHAN',
      'flat',
      { at: '2025-02-07 12:00', holds: '24x7', priority: '1', channel: 'email' },
      'channel',
    ],
    ['AO-3.2', 'alteroffice', { at: '2025-02-07 12:00', holds: 'nothing' }, 'not-entitled'],
    ['R35', 'centaur', { at: '2025-02-07 12:00', holds: 'nothing' }, 'not-entitled'],
  ] as const)('%s: uncovered is registered without clocks: %s %o', (_clause, desk, beginning, kind) => {
    const { ticket } = given(desk, beginning);
    expect(ticket).toMatchObject({ state: 'not-entitled', clocks: [], coverage: { kind } });
    expect(ticket.coverage.clause).toBeTruthy();
  });

  test('FL-CHAN: the hotline takes priority 1, and its clock runs', () => {
    const story = given('flat', { at: '2025-02-07 12:00', holds: '24x7', priority: '1', channel: 'phone' });
    expect(story.ticket.coverage.kind).toBe('covered');
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-07 14:00');
  });

  test('CN-L4: a stranger is served as basic meanwhile; elsewhere without a promise', () => {
    expect(given('centaur', { at: '2025-02-07 16:00', holds: 'stranger' }).ticket).toMatchObject({
      state: 'new',
      coverage: { kind: 'unidentified', packageId: 'basic' },
    });
    expect(given('optima', { at: '2025-02-07 16:00', holds: 'stranger' }).ticket).toMatchObject({
      state: 'new',
      clocks: [],
      coverage: { kind: 'unidentified', packageId: null },
    });
  });

  test('FL-PRIO: without a priority nothing is promised, the ticket is there all the same', () => {
    expect(given('flat', { at: '2025-02-07 12:00', holds: '24x7', channel: 'portal' }).ticket).toMatchObject({
      state: 'new',
      clocks: [],
      missingFields: expect.arrayContaining([expect.any(String)]),
    });
  });

  test('OW-2: required answers that are missing are on record, known ones are not asked for', () => {
    const all = given('optima', { at: '2025-02-07 12:00', holds: '8x5x4' }).ticket.missingFields;
    expect(all.length).toBeGreaterThan(0);
    const [first = ''] = all;
    expect(
      given('optima', { at: '2025-02-07 12:00', holds: '8x5x4', stated: [first] }).ticket.missingFields,
    ).toEqual(all.slice(1));
  });
});
