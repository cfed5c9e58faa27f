import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import { inMoscow, moscow, shipped } from '../test/shipped-regulations.ts';
import { small } from '../test/small-desk.ts';
import { after, certificateOf, classify, clockOf, company, given, when } from '../test/ticket-story.ts';
import { entitle } from './entitle.ts';

// What the five regulations do not say of who may have what, but the language can.

const at = '2025-02-07 10:00';
const WHO = 'unknown-sender: no-promise, without-package: not-entitled, clause: A-WHO, way-back: back';
const desk = (name: string, rest: string): string => small(name, { entitlement: `{${WHO}, ${rest}}` });

describe('a request over a channel that the package lacks', () => {
  test('has no promise unless the regulation says more', () => {
    const story = given(desk('no promise', 'other-channel: no-promise'), {
      at,
      holds: 'basic',
      channel: 'phone',
    });
    expect(story.ticket).toMatchObject({ state: 'not-entitled', clocks: [] });
    expect(given(small('usual', {}), { at, holds: 'basic', channel: 'phone' }).ticket.coverage).toEqual(
      story.ticket.coverage,
    );
  });

  test('is served all the same', () => {
    const story = given(desk('served', 'other-channel: served'), { at, holds: 'basic', channel: 'phone' });
    expect(story.ticket.coverage).toEqual({
      kind: 'covered',
      packageId: 'basic',
      certificateId: 'certificate-1',
      clause: 'A-BASIC',
    });
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-07 14:00');
  });

  test('FL-CHAN: is handled as if it had come over another, and the ticket remembers by which rule', () => {
    const as = desk('as portal', 'other-channel: {as: portal}');
    const story = given(as, { at, holds: 'basic', channel: 'phone', priority: 'high' });
    expect(story.ticket).toMatchObject({
      state: 'new',
      channel: 'phone',
      coverage: { kind: 'covered', treatedAs: { channel: 'portal', clause: 'A-CHAN' } },
    });
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-07 11:00');
    expect(given(as, { at, holds: 'basic', channel: 'portal' }).ticket.coverage).not.toHaveProperty(
      'treatedAs',
    );
  });

  const hotline = (change: string, packageChannels = '{portal: any, phone: high}'): string =>
    small(`hotline ${change} ${packageChannels}`, {
      packages: `
  basic: {name: basic, rank: 1, hours: office, channels: ${packageChannels}, clause: A-BASIC, channels-clause: A-CHAN}`,
      entitlement: `{${WHO}, other-channel: ${change}}`,
    });

  test('FL-CHAN: the hotline takes the urgent call itself, another becomes a ticket of the portal', () => {
    const call = (priority: string) =>
      given(hotline('{as: portal}'), { at, holds: 'basic', channel: 'phone', priority }).ticket.coverage;
    expect(call('high')).not.toHaveProperty('treatedAs');
    expect(call('low')).toMatchObject({ kind: 'covered', treatedAs: { channel: 'portal' } });
  });

  test('a channel that the package lacks as well helps nobody', () => {
    const story = given(hotline('{as: messenger}'), { at, holds: 'basic', channel: 'email' });
    expect(story.ticket.coverage).toMatchObject({ kind: 'channel', clause: 'A-CHAN' });
  });

  test('a stranger’s request is treated in the same way, with and without a package meanwhile', () => {
    const stranger = { at, holds: 'stranger', channel: 'phone' } as const;
    expect(given(desk('as portal', 'other-channel: {as: portal}'), stranger).ticket.coverage).toMatchObject({
      kind: 'unidentified',
      packageId: null,
      treatedAs: { channel: 'portal' },
    });
    const meanwhile = small('meanwhile basic', {
      entitlement: `{${WHO.replace('no-promise', 'basic')}, other-channel: {as: portal}}`,
    });
    expect(given(meanwhile, stranger).ticket.coverage).toMatchObject({
      kind: 'unidentified',
      packageId: 'basic',
      treatedAs: { channel: 'portal' },
    });
  });

  test('found to be a customer later: the same rule holds', () => {
    const story = after(
      given(desk('as portal', 'other-channel: {as: portal}'), { at, holds: 'stranger', channel: 'phone' }),
      [
        '2025-02-07 11:00',
        { type: 'Identify', companyId: company, certificates: [certificateOf('plus', moscow(at))] },
      ],
    );
    expect(story.ticket.coverage).toMatchObject({ packageId: 'plus', treatedAs: { channel: 'portal' } });
  });
});

describe('SH-ACCESS: of several certificates in force', () => {
  const clocks = `
  reaction:
    name: reaction
    starts: receipt
    stops: [public-reply]
    pauses: []
    after-objection: leave
    warn-at: [50%]
    targets:
      - {packages: basic, priorities: any, within: 6 hours, clause: A-TIME}
      - {packages: plus, priorities: any, within: 4 working hours, clause: A-TIME}
    clause: A-TIME`;
  const shortest = small('shortest', { clocks, entitlement: `{${WHO}, of-several: shortest-target}` });
  const best = small('best rank', { clocks, entitlement: `{${WHO}, of-several: best-rank}` });
  const serves = (desk_: string, from: string, packages = ['basic', 'plus']) => {
    const { regulation, calendars } = shipped(desk_);
    const certificates = packages.map((id) =>
      certificateOf(id, moscow(at), { certificateId: `of ${id}` as never }),
    );
    return entitle(regulation, {
      companyKnown: true,
      certificates,
      channel: 'email',
      priority: 'low',
      at: moscow(from),
      calendars,
    });
  };

  test('the best rank serves', () => {
    expect(serves(best, '2025-02-07 15:00')).toMatchObject({ packageId: 'plus' });
  });

  test('or the promise that is due first, for this very request, and it is named as the one that serves', () => {
    expect(serves(shortest, '2025-02-07 10:00')).toMatchObject({ packageId: 'plus' });
    expect(serves(shortest, '2025-02-07 15:00')).toEqual({
      kind: 'covered',
      packageId: 'basic',
      certificateId: 'of basic',
      clause: 'A-BASIC',
    });
    expect(serves(shortest, '2025-02-07 15:00', ['plus', 'basic'])).toMatchObject({ packageId: 'basic' });
  });

  test('of equal promises the best rank, and one that promises nothing only when it is alone', () => {
    const nothing = small('nothing for plus', {
      clocks: clocks.replace('within: 4 working hours', 'within: nothing'),
      entitlement: `{${WHO}, of-several: shortest-target}`,
    });
    expect(serves(nothing, at)).toMatchObject({ packageId: 'basic' });
    expect(serves(nothing, at, ['plus'])).toMatchObject({ packageId: 'plus' });
    const none = small('nothing for anybody', {
      clocks: clocks.replace(/within: [^,]+/gu, 'within: nothing'),
      entitlement: `{${WHO}, of-several: shortest-target}`,
    });
    expect(serves(none, at)).toMatchObject({ packageId: 'plus' });
    const equal = small('equal', {
      clocks: clocks.replace(
        'packages: basic, priorities: any, within: 6 hours',
        'packages: basic, priorities: any, within: 4 working hours',
      ),
      entitlement: `{${WHO}, of-several: shortest-target}`,
    });
    expect(serves(equal, at)).toMatchObject({ packageId: 'plus' });
  });
});

describe('R33 R35: other readings of the same documents', () => {
  test('R35: everybody without a package is served as basic, and its clocks run', () => {
    const everybody = small('everybody basic', {
      entitlement: `{${WHO.replace('not-entitled', 'basic')}}`,
    });
    const story = given(everybody, { at, holds: 'nothing' });
    expect(story.ticket.coverage).toEqual({ kind: 'fallback', packageId: 'basic', clause: 'A-WHO' });
    expect(inMoscow(clockOf(story, 'reaction').dueAt)).toBe('2025-02-07 14:00');
    const expired = given(everybody, { at, holds: 'plus', until: '2025-02-07 09:00' });
    expect(expired.ticket.coverage).toMatchObject({ kind: 'fallback', packageId: 'basic' });
  });

  test.each(['high', 'low'])('R35: no level given counts as %s', (level) => {
    const assumed = small(`default ${level}`, {
      priorityRules: `{default: ${level}, stated-by-customer: counts, changed-by-staff: with-consent, clause: A-PRIO}`,
    });
    expect(given(assumed, { at, holds: 'basic' }).ticket).toMatchObject({
      supposedPriority: level,
      prioritySource: 'default',
    });
  });

  test('R33: staff set what they like, or only with a reason, or only with consent, or never', () => {
    const said = (rule: string, reason: boolean) => {
      const story = given(
        small(`changed ${rule}`, {
          priorityRules: `{default: low, stated-by-customer: counts, changed-by-staff: ${rule}, clause: A-PRIO}`,
        }),
        { at, holds: 'basic', priority: 'low' },
      );
      return when(story, at, classify('question', 'high', reason)).refused;
    };
    expect(said('freely', false)).toBeNull();
    expect(said('with-reason', false)).toBe('priority-needs-reason');
    expect(said('with-reason', true)).toBeNull();
    expect(said('with-consent', true)).toBe('priority-needs-consent');
    expect(said('never', true)).toBe('priority-is-customers');
  });
});

test('R38: only where a ticket stops with its certificate does its coverage name the end', () => {
  const until = '2025-03-01 00:00';
  const lifecycle = (ticket: string) => `
  confirmation: {objection-needs-reason: false, clause: A-END}
  auto-close: never
  after-expiry: {ticket: ${ticket}, clause: A-EXPIRY}`;
  const coverage = (ticket: string) =>
    given(small(ticket, { lifecycle: lifecycle(ticket) }), { at, holds: 'basic', until }).ticket.coverage;
  expect(coverage('stops')).toMatchObject({ endsAt: moscow(until) satisfies Instant });
  expect(coverage('served-to-its-end')).not.toHaveProperty('endsAt');
});
