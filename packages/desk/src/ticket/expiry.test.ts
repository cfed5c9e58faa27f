import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import type { Certificate } from '../certificate/entitle.ts';
import { inMoscow, moscow } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import { after, certificateOf, clockOf, given, says, type Story, when } from '../test/ticket-story.ts';
import { alarmsOf } from './alarms.ts';
import type { TicketCommand } from './commands.ts';
import { noticesOf } from './notices.ts';

// R38, the alternative: support of an open ticket stops with its certificate.

const lifecycle = (ticket: string): string => `
  confirmation: {objection-needs-reason: false, clause: A-END}
  auto-close: never
  after-expiry: {ticket: ${ticket}, clause: A-EXPIRY}`;
const stops = small('stops at expiry', { lifecycle: lifecycle('stops') });
const until = '2025-03-04 00:00';
const open = (desk = stops, holds = 'basic'): Story =>
  given(desk, { at: '2025-03-03 16:00', holds, until, priority: 'low' });
const ring = (...certificates: readonly Certificate[]): TicketCommand => ({
  type: 'RingExpiry',
  certificates,
});
const old = certificateOf('basic', moscow('2025-03-03 16:00'), { endsAt: moscow(until) });
const next = (packageId: string): Certificate =>
  certificateOf(packageId, moscow(until), {
    certificateId: 'next' as never,
    startsAt: moscow(until),
  });
const expiryOf = (story: Story): string | null =>
  inMoscow(alarmsOf(story.ticket).find(({ kind }) => kind === 'expiry')?.at ?? null);

describe('a certificate that ends in mid-ticket', () => {
  test('rings at its end, not before; where a ticket is served to its end nothing rings', () => {
    expect(expiryOf(open())).toBe(until);
    expect(when(open(), '2025-03-03 23:59', ring(old)).happened).toEqual([]);
    expect(expiryOf(open(small('served', { lifecycle: lifecycle('served-to-its-end') })))).toBeNull();
    expect(expiryOf(open(small('usual', {})))).toBeNull();
  });

  test('ends the clocks unjudged and the ticket is served no more, once', () => {
    const { story, happened } = when(open(), until, ring(old));
    expect(happened).toEqual(['CertificateEnded', 'ClockWithdrawn', 'ClockWithdrawn']);
    expect(story.ticket).toMatchObject({
      state: 'not-entitled',
      clocks: [],
      warnings: [],
      coverage: { kind: 'not-entitled', reason: 'expired', endedAt: moscow(until) },
    });
    expect(alarmsOf(story.ticket)).toEqual([]);
    expect(when(story, '2025-03-04 00:01', ring(old)).happened).toEqual([]);
    expect(when(story, '2025-03-04 10:00', says.resolve)).toMatchObject({ refused: 'not-covered' });
  });

  test('after downtime: a deadline that came after the end was never missed, one before it stays missed', () => {
    // Due on the 4th at 12:00, and on the 5th at 16:00.
    expect(when(open(), '2025-03-10 10:00', ring(old)).story.ticket.clocks).toEqual([]);
    const late = given(stops, {
      at: '2025-03-03 10:00',
      holds: 'basic',
      until: '2025-03-03 15:00',
      priority: 'low',
    });
    const ended = { ...old, endsAt: moscow('2025-03-03 15:00') };
    const rung = when(late, '2025-03-10 10:00', ring(ended)).story;
    expect(rung.ticket.clocks.map(({ id }) => id)).toEqual(['reaction']);
    expect(clockOf(rung, 'reaction')).toMatchObject({
      status: 'stopped',
      outcome: 'missed',
      stoppedAt: moscow('2025-03-03 15:00'),
      firstBreachAt: moscow('2025-03-03 14:00'),
    });
  });

  test('whatever was done on it so far: taken, waiting for the customer', () => {
    const waiting = after(open(), ['2025-03-03 16:10', says.ask]);
    expect(when(waiting, until, ring(old)).story.ticket).toMatchObject({
      state: 'not-entitled',
      assigneeId: 'person-1',
    });
  });

  test('the customer is told what to do', () => {
    const [ended] = when(open(), until, ring(old)).story.journal.slice(-3);
    expect(ended === undefined ? [] : noticesOf(ended.event)).toEqual([
      { kind: 'coverage', to: 'requester' },
    ]);
  });

  test('another that begins in that moment serves on, and nobody is written to', () => {
    const { story, happened } = when(open(), until, ring(old, next('basic')));
    expect(happened).toEqual(['CertificateEnded']);
    expect(story.ticket).toMatchObject({
      state: 'new',
      coverage: { kind: 'covered', certificateId: 'next', endsAt: next('basic').endsAt },
    });
    expect(clockOf(story, 'solution')).toEqual(clockOf(open(), 'solution'));
    expect(
      story.journal.flatMap(({ event }) => (event.type === 'CertificateEnded' ? noticesOf(event) : [])),
    ).toEqual([]);
    expect(alarmsOf(story.ticket).find(({ kind }) => kind === 'expiry')?.at).toBe(next('basic').endsAt);
  });

  test('one prolonged meanwhile serves on; one of another package counts by its own terms', () => {
    const prolonged = { ...old, endsAt: moscow('2025-04-01 00:00') };
    expect(when(open(), until, ring(prolonged)).story.ticket.coverage).toMatchObject({
      kind: 'covered',
      endsAt: prolonged.endsAt,
    });
    const faster = small('plus is faster', {
      lifecycle: lifecycle('stops'),
      clocks: `
  solution:
    name: solution
    starts: receipt
    stops: [resolution]
    pauses: []
    after-objection: resume
    warn-at: [50%]
    targets:
      - {packages: basic, priorities: any, within: 16 working hours, clause: A-TIME}
      - {packages: plus, priorities: any, within: 4 working hours, clause: A-TIME}
    clause: A-TIME`,
    });
    const { story, happened } = when(open(faster), until, ring(old, next('plus')));
    expect(happened).toEqual(['CertificateEnded', 'ClockRetargeted']);
    expect(inMoscow(clockOf(story, 'solution').dueAt)).toBe('2025-03-04 12:00');
  });

  test('what everybody gets without a certificate does not carry it on', () => {
    const everybody = small('stops, and everybody is basic', {
      lifecycle: lifecycle('stops'),
      entitlement: '{unknown-sender: no-promise, without-package: basic, clause: A-WHO, way-back: back}',
    });
    for (const certificates of [[old], []])
      expect(when(open(everybody), until, ring(...certificates)).story.ticket.coverage).toEqual({
        kind: 'not-entitled',
        reason: 'expired',
        packageId: null,
        certificateId: 'certificate-1',
        clause: 'A-WHO',
        endedAt: moscow(until),
      });
  });

  test('one that does not take the channel stops it too', () => {
    const phone = small('plus has no letters', {
      lifecycle: lifecycle('stops'),
      packages: `
  basic: {name: basic, rank: 1, hours: office, channels: [email], clause: A-BASIC, channels-clause: A-CHAN}
  plus: {name: plus, rank: 2, hours: office, channels: [phone], clause: A-PLUS, channels-clause: A-CHAN}`,
    });
    expect(when(open(phone), until, ring(old, next('plus'))).story.ticket).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'channel', clause: 'A-CHAN' },
    });
  });
});

describe('a resolved ticket', () => {
  const resolved = after(open(), ['2025-03-03 16:30', says.resolve]);

  test('outlives its certificate and may be confirmed', () => {
    expect(expiryOf(resolved)).toBeNull();
    expect(when(resolved, '2025-03-05 10:00', ring(old)).happened).toEqual([]);
    expect(when(resolved, '2025-03-05 10:00', says.confirm).story.ticket.state).toBe('closed');
  });

  test('objected to after the end it is looked at again; the first outcome stays on record', () => {
    const objected = after(resolved, ['2025-03-05 10:00', says.object]);
    expect(expiryOf(objected)).toBe(until);
    const stopped = after(objected, ['2025-03-05 10:01', ring(old)]);
    expect(stopped.ticket.state).toBe('not-entitled');
    expect(clockOf(stopped, 'solution')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(when(objected, '2025-03-05 10:01', ring(old, next('basic'))).story.ticket.state).toBe(
      'in-progress',
    );
  });
});

test('a ticket taken on without coverage afterwards has no end to wait for', () => {
  const lifted = after(
    open(),
    [until, ring(old)],
    ['2025-03-04 10:00', { type: 'AcceptUncovered', reasonMessageId: 'message-1' as never }],
  );
  expect(lifted.ticket).toMatchObject({ state: 'new', coverage: { kind: 'lifted' } });
  expect(inMoscow(clockOf(lifted, 'solution').dueAt)).toBe('2025-03-06 10:00');
  expect(expiryOf(lifted)).toBeNull();
  expect(when(lifted, ((lifted.journal.at(-1)?.at ?? 0) + 1) as Instant, ring(old)).happened).toEqual([]);
});
