import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { certificateOf } from '../test/ticket-story.ts';
import { entitle, type EntitlementQuestion } from './entitle.ts';

const at = moscow('2025-02-07 12:00');
const ask = (desk: string, changes: Partial<EntitlementQuestion>) =>
  entitle(shipped(desk).regulation, {
    companyKnown: true,
    certificates: [],
    channel: 'email',
    priority: null,
    at,
    calendars: shipped(desk).calendars,
    ...changes,
  });

describe('coverage', () => {
  test('SH-ACCESS: of several in force the best kind serves', () => {
    const certificates = [certificateOf('free', at), certificateOf('partner', at), certificateOf('paid', at)];
    expect(ask('shtrih-m', { certificates })).toMatchObject({ kind: 'covered', packageId: 'partner' });
  });

  test('R38: in force from its start to the instant before its end', () => {
    const certificate = certificateOf('basic', at);
    const { startsAt, endsAt } = certificate;
    const when = (t: number) => ask('centaur', { certificates: [certificate], at: t as Instant });
    expect(when(startsAt).kind).toBe('covered');
    expect(when(startsAt - 1)).toMatchObject({ kind: 'not-entitled', reason: 'not-started' });
    expect(when(endsAt - 1).kind).toBe('covered');
    expect(when(endsAt)).toMatchObject({ kind: 'not-entitled', reason: 'expired' });
  });

  test('AO-3.2: what begins with a request begins with none from before its sale', () => {
    const soldAt = moscow('2025-02-05 00:00');
    const later = { startsAt: moscow('2025-03-08 00:00'), beginsWithRequest: true, soldAt } as const;
    const certificates = [certificateOf('basic', at, later)];
    const when = (t: number) => ask('alteroffice', { certificates, at: t as Instant });
    expect(when(soldAt - 1)).toMatchObject({ kind: 'not-entitled', reason: 'not-started', clause: 'AO-3.2' });
    expect(when(soldAt)).toMatchObject({ kind: 'covered', begins: true });
  });

  test('an expired one beside one in force does not matter; a package that the regulation forgot does not serve', () => {
    const old = certificateOf('extended', at, { endsAt: (at - 1) as Instant });
    expect(ask('centaur', { certificates: [old, certificateOf('basic', at)] })).toMatchObject({
      kind: 'covered',
      packageId: 'basic',
    });
    expect(ask('centaur', { certificates: [certificateOf('forgotten', at)] })).toMatchObject({
      kind: 'not-entitled',
      reason: 'none',
    });
  });

  test('FL-CHAN: portal for all, telephone for priority 1 only and else as the portal, letters for nobody', () => {
    const certificates = [certificateOf('24x7', at)];
    expect(ask('flat', { certificates, channel: 'portal', priority: '4' }).kind).toBe('covered');
    expect(ask('flat', { certificates, channel: 'phone', priority: '1' }).kind).toBe('covered');
    expect(ask('flat', { certificates, channel: 'phone', priority: '2' })).toMatchObject({
      kind: 'covered',
      treatedAs: { channel: 'portal', clause: 'FL-CHAN' },
    });
    expect(ask('flat', { certificates, channel: 'email', priority: '1' })).toMatchObject({
      kind: 'channel',
      clause: 'FL-CHAN',
    });
    expect(ask('flat', { companyKnown: false, channel: 'email' }).kind).toBe('channel');
  });

  test('CN-L4 R35: a stranger is basic meanwhile; a known company without a package is not covered', () => {
    expect(ask('centaur', { companyKnown: false })).toMatchObject({
      kind: 'unidentified',
      packageId: 'basic',
      clause: 'CN-L4',
    });
    expect(ask('centaur', {})).toMatchObject({ kind: 'not-entitled', reason: 'none' });
  });

  test('of two of one kind the one that lasts longer serves', () => {
    const short = certificateOf('basic', at, {
      certificateId: 'short' as never,
      endsAt: (at + 1) as Instant,
    });
    const long = certificateOf('basic', at, { certificateId: 'long' as never });
    expect(ask('centaur', { certificates: [short, long] })).toMatchObject({ certificateId: 'long' });
    expect(ask('centaur', { certificates: [long, short] })).toMatchObject({ certificateId: 'long' });
  });

  test('bought ahead after an expired one: what is told is the one to come', () => {
    const old = certificateOf('basic', at, { endsAt: at });
    const next = certificateOf('basic', at, {
      certificateId: 'next' as never,
      startsAt: (at + 1) as Instant,
      endsAt: (at + 2) as Instant,
    });
    for (const certificates of [
      [old, next],
      [next, old],
    ])
      expect(ask('centaur', { certificates })).toMatchObject({
        reason: 'not-started',
        certificateId: 'next',
      });
  });

  test('a regulation may serve everybody under some package, on its channels', () => {
    const { regulation, calendars } = shipped('centaur');
    const open = { ...regulation, entitlement: { ...regulation.entitlement, uncoveredPackage: 'basic' } };
    const question = { companyKnown: true, certificates: [], priority: null, at, calendars };
    expect(entitle(open, { ...question, channel: 'email' })).toEqual({
      kind: 'fallback',
      packageId: 'basic',
      clause: 'CN-PKG',
    });
    expect(entitle(open, { ...question, channel: 'social' })).toMatchObject({
      kind: 'channel',
      packageId: 'basic',
      certificateId: null,
    });
  });

  test('AO-4.1-channels: another channel than the package’s is named with the certificate', () => {
    expect(ask('alteroffice', { certificates: [certificateOf('basic', at)], channel: 'phone' })).toEqual({
      kind: 'channel',
      packageId: 'basic',
      certificateId: 'certificate-1',
      clause: 'AO-4.1-channels',
    });
  });

  test('CN-CHAN CN-L4: a stranger has the channels of the package that serves meanwhile', () => {
    expect(ask('centaur', { companyKnown: false, channel: 'social' })).toMatchObject({
      kind: 'channel',
      packageId: 'basic',
      certificateId: null,
    });
  });

  test('a stranger without a promise is unidentified wherever some package takes the channel', () => {
    expect(ask('alteroffice', { companyKnown: false, channel: 'phone' })).toEqual({
      kind: 'unidentified',
      packageId: null,
      clause: 'AO-3.2',
    });
    expect(ask('flat', { companyKnown: false, channel: 'phone', priority: '1' }).kind).toBe('unidentified');
    expect(ask('flat', { companyKnown: false, channel: 'phone' })).toMatchObject({
      kind: 'unidentified',
      treatedAs: { channel: 'portal', clause: 'FL-CHAN' },
    });
    expect(ask('flat', { companyKnown: false, channel: 'social' })).toMatchObject({
      kind: 'channel',
      clause: 'FL-CHAN',
    });
  });
});
