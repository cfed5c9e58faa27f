import type { Instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import type { CertificateId, CompanyId, MessageId, PersonId, RegulationVersionId } from '../../ids.ts';
import type { TermLength } from '../../regulation/certificate-rules.ts';
import { inMoscow, moscow, shipped } from '../../test/shipped-regulations.ts';
import { bringOver } from './bring-over.ts';
import { certificateNoticesOf } from './certificate-notices.ts';
import { type CertificateCommand, type CertificateEvent, evolveCertificate } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { describeCertificateEvent } from './describe-certificate-event.ts';
import { nextTurn } from './state-at.ts';
import type { CertificateFacts, CertificateTurn, SupportCertificate } from './support-certificate.ts';

// FLAT, 8x5: commissioned on 10 April 2025, the last day is 10 April 2026.

const at = (text: string): Instant => moscow(text.length === 10 ? `${text} 00:00` : text);
const reasonId = 'm-1' as MessageId;

const factsOf = (term: TermLength | null): CertificateFacts => ({
  certificateId: 'c-1' as CertificateId,
  number: 'C-1',
  companyId: 'company-1' as CompanyId,
  packageId: '8x5',
  regulationVersionId: 'version-1' as RegulationVersionId,
  products: null,
  installationType: null,
  quantity: 10,
  term,
  namedStart: null,
  dates: { sale: at('2025-04-01'), commissioning: at('2025-04-10') },
  figures: {},
  bought: [],
  people: {},
  visitsPerTicket: null,
  renews: null,
});

interface Told {
  readonly certificate: SupportCertificate;
  /** Turns on record and letters owed by the last decision. */
  readonly turns: readonly CertificateTurn[];
  readonly letters: readonly string[];
}

const after = (events: readonly CertificateEvent[], before: SupportCertificate | null): Told => {
  const certificate = events.reduce<SupportCertificate | null>(evolveCertificate, before);
  if (certificate === null) throw new Error('nothing happened');
  const notices = events.flatMap((event, index) =>
    certificateNoticesOf(event, certificate, events.slice(index + 1)),
  );
  return {
    certificate,
    turns: events.flatMap((event) => (event.type === 'CertificateTurned' ? [event.turn] : [])),
    letters: notices.map((notice) => (notice.kind === 'turned' ? notice.turn : notice.kind)),
  };
};

const does = (
  now: string,
  command: CertificateCommand,
  { certificate }: { readonly certificate: SupportCertificate | null },
): Told => {
  const { regulation } = shipped('flat');
  const decision = decideCertificate(command, certificate, {
    now: at(now),
    regulation,
    isWorkingDay: () => true,
  });
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return after(decision.value, certificate);
};

const issued = (now = '2025-04-02 12:00', term: TermLength = { count: 12, unit: 'months' }): Told =>
  does(now, { type: 'Issue', facts: factsOf(term), renewal: null }, { certificate: null });
const ring = (now: string, before: Told): Told => does(now, { type: 'RingTurn' }, before);
const nextOf = ({ certificate }: Told): readonly unknown[] => {
  const next = nextTurn(certificate);
  return next === null ? [] : [next.turn, inMoscow(next.at)];
};
/** Not commissioned yet: 90 days after the sale at the latest. */
const sold = (): Told => {
  const { commissioning: _, ...dates } = factsOf(null).dates;
  const facts = { ...factsOf({ count: 12, unit: 'months' }), dates };
  return does('2025-04-20 12:00', { type: 'Issue', facts, renewal: null }, { certificate: null });
};
const begun = (): Told => ring('2025-04-10 00:00', issued('2025-04-10 00:00'));

describe('reminders before the end', () => {
  test('come in the morning of the day that is so many days before the last one, each once', () => {
    const first = begun();
    expect(nextOf(first)).toEqual(['ends-in-90', '2026-01-10 09:00']);
    expect(ring('2026-01-10 08:59', first).turns).toEqual([]);
    const second = ring('2026-01-10 09:00', first);
    expect([second.turns, second.letters]).toEqual([['ends-in-90'], ['ends-in-90']]);
    expect(nextOf(second)).toEqual(['ends-in-60', '2026-02-09 09:00']);
    const third = ring('2026-02-09 09:00', second);
    expect(nextOf(third)).toEqual(['ends-in-30', '2026-03-11 09:00']);
    const last = ring('2026-03-11 09:00', third);
    expect(nextOf(last)).toEqual(['ended', '2026-04-11 00:00']);
  });

  test('stand in the history with their own day, and the end with its last one', () => {
    const names = { regulation: shipped('flat').regulation, number: () => '' };
    const said = (turn: CertificateTurn, moment: string) =>
      describeCertificateEvent({ type: 'CertificateTurned', turn, at: at(moment) }, names).says.ru;
    expect(said('ends-in-60', '2026-02-09 09:00')).toBe('60 дней до последнего дня: пн 09.02.2026');
    expect(said('ended', '2026-04-11 00:00')).toBe('Закончился пт 10.04.2026');
  });

  test('missed by a node that was away: all are on record, the nearest is written', () => {
    const late = ring('2026-03-20 12:00', begun());
    expect(late.turns).toEqual(['ends-in-90', 'ends-in-60', 'ends-in-30']);
    expect(late.letters).toEqual(['ends-in-30']);
    expect(ring('2026-05-01 12:00', begun()).letters).toEqual(['ended']);
  });

  test('none for what is renewed, suspended or revoked', () => {
    const renewed = does('2025-12-01 10:00', { type: 'MarkRenewed', by: 'c-2' as CertificateId }, begun());
    expect(nextOf(renewed)).toEqual(['ended', '2026-04-11 00:00']);
    expect(ring('2026-04-11 00:00', renewed)).toMatchObject({ turns: ['ended'], letters: [] });
    const suspended = does('2025-12-01 10:00', { type: 'Suspend', reasonId }, begun());
    expect(nextOf(suspended)).toEqual(['ended', '2026-04-11 00:00']);
    expect(nextOf(does('2025-12-01 10:00', { type: 'Revoke', reasonId }, begun()))).toEqual([]);
  });

  test('resumed after two of them went by: the nearest is written', () => {
    const suspended = does('2025-12-01 10:00', { type: 'Suspend', reasonId }, begun());
    const resumed = does('2026-02-20 10:00', { type: 'Resume', reasonId }, suspended);
    expect(ring('2026-02-20 10:01', resumed)).toMatchObject({
      turns: ['ends-in-90', 'ends-in-60'],
      letters: ['ends-in-60'],
    });
  });

  test('a term that is too short for one has the later ones only', () => {
    const days = factsOf({ count: 45, unit: 'days' });
    const brought = bringOver(
      days,
      { startsAt: at('2025-04-10'), endsAt: at('2025-05-26') },
      shipped('flat').regulation.zone,
      at('2025-04-11'),
    );
    expect(nextOf(after([brought], null))).toEqual(['ends-in-30', '2025-04-25 09:00']);
  });

  test('a correction tells anew those that lie ahead again, and passes over those it leaves behind', () => {
    const reminded = ring('2026-03-11 09:00', begun());
    const longer = does(
      '2026-03-12 10:00',
      { type: 'Correct', changes: { term: { count: 36, unit: 'months' } }, reasonId },
      reminded,
    );
    expect(longer.letters).toEqual(['corrected']);
    expect(nextOf(longer)).toEqual(['ends-in-90', '2028-01-11 09:00']);
    const shorter = does(
      '2028-02-20 10:00',
      { type: 'Correct', changes: { term: { count: 12, unit: 'months' } }, reasonId },
      longer,
    );
    expect(ring('2028-02-20 10:01', shorter)).toMatchObject({
      turns: ['ends-in-90', 'ends-in-60', 'ends-in-30', 'ended'],
      letters: [],
    });
  });

  test('brought over: what lies behind is not told, what lies ahead is', () => {
    const brought = bringOver(
      factsOf(null),
      { startsAt: at('2025-04-10'), endsAt: at('2026-04-11') },
      shipped('flat').regulation.zone,
      at('2026-02-20'),
    );
    const life = after([brought], null);
    expect(life.letters).toEqual([]);
    expect(nextOf(life)).toEqual(['ends-in-30', '2026-03-11 09:00']);
  });
});

describe('a journal from before letters', () => {
  test('is read as it was: no date was written to anybody, the turns that lie ahead are told', () => {
    const { certificate } = issued('2025-04-10 00:00');
    const { datesWrittenAt: _, ...facts } = certificate;
    const { startsAt, endsAt, startCause, countsFrom, loyaltyFrom, loyaltyUntil, beginsOn } = facts;
    const dates = { startsAt, endsAt, startCause, countsFrom, loyaltyFrom, loyaltyUntil, beginsOn };
    const old = { type: 'CertificateIssued', facts: factsOf({ count: 12, unit: 'months' }), dates } as const;
    const life = after([old], null);
    expect(life.certificate).not.toHaveProperty('datesWrittenAt');
    expect(ring('2025-04-10 00:00', life).letters).toEqual(['began']);
    expect(nextOf(ring('2025-04-10 00:00', life))).toEqual(['ends-in-90', '2026-01-10 09:00']);
  });
});

describe('letters of the other steps', () => {
  test('issued after its beginning: one letter says both', () => {
    const late = issued('2025-06-01 10:00');
    expect(late.letters).toEqual(['issued']);
    expect(ring('2025-06-01 10:01', late)).toMatchObject({ turns: ['began'], letters: [] });
  });

  test('a commissioning that is recorded late is written of, though the day lies before the issue', () => {
    const known = does(
      '2025-04-21 12:00',
      { type: 'RecordDate', event: 'commissioning', at: at('2025-04-10') },
      sold(),
    );
    expect(known.letters).toEqual([]);
    expect(ring('2025-04-21 12:01', known).letters).toEqual(['began']);
  });

  test('a beginning while it is suspended is no news, its end is', () => {
    const suspended = does('2025-05-01 10:00', { type: 'Suspend', reasonId }, sold());
    expect(suspended.letters).toEqual(['suspended']);
    const over = ring('2025-06-30 00:00', suspended);
    expect(over).toMatchObject({ turns: ['began'], letters: [] });
    expect(ring('2026-07-01 00:00', over)).toMatchObject({ turns: ['ended'], letters: ['ended'] });
  });

  test('a renewal is one letter, of the certificate that goes on', () => {
    const renewal = { startsAt: at('2026-04-11'), countsFrom: '2026-04-10', backDated: false } as never;
    const facts = { ...factsOf({ count: 12, unit: 'months' }), renews: 'c-0' as CertificateId };
    expect(
      does('2026-04-01 10:00', { type: 'Issue', facts, renewal }, { certificate: null }).letters,
    ).toEqual(['renewed']);
    expect(
      does('2026-04-01 10:00', { type: 'MarkRenewed', by: 'c-2' as CertificateId }, begun()).letters,
    ).toEqual([]);
  });

  test('the wish to renew, a stop, its end and a revocation are written of; a move to another record and people are not', () => {
    const life = begun();
    expect(does('2026-01-01 10:00', { type: 'DeclareIntent', at: at('2026-01-01') }, life).letters).toEqual([
      'intent',
    ]);
    const suspended = does('2026-01-01 10:00', { type: 'Suspend', reasonId }, life);
    expect(does('2026-01-02 10:00', { type: 'Resume', reasonId }, suspended).letters).toEqual(['resumed']);
    expect(does('2026-01-02 10:00', { type: 'Revoke', reasonId }, suspended).letters).toEqual(['revoked']);
    const moved = { type: 'CertificateMoved', companyId: 'b' as CompanyId, from: 'a' as CompanyId } as const;
    expect(after([moved], life.certificate).letters).toEqual([]);
    const { startsAt, endsAt, startCause, countsFrom, loyaltyFrom, loyaltyUntil, beginsOn, told } =
      life.certificate;
    const dates = { startsAt, endsAt, startCause, countsFrom, loyaltyFrom, loyaltyUntil, beginsOn };
    const named: CertificateEvent = {
      type: 'CertificateCorrected',
      changes: { people: { manager: 'p-1' as PersonId } },
      before: { people: {} },
      dates,
      datesBefore: dates,
      told,
      reasonId,
    };
    expect(after([named], life.certificate).letters).toEqual([]);
  });
});
