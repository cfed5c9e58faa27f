import { addDays, endOfLocalDate, type Instant, localDateOf } from '@reglament/working-time';
import type { CertificateCommand, CertificateDates, CertificateEvent } from '../commands.ts';
import type { CertificateWorld } from '../facts.ts';
import type { Renewal } from '../renew.ts';
import type { SupportCertificate } from '../support-certificate.ts';
import { product, type Subject } from './stand.ts';

type Fault = Partial<Subject>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const movedBy = (at: Instant | null, ms: number): Instant | null =>
  at === null ? null : ((at + ms) as Instant);

type Dated = Extract<CertificateEvent, { readonly dates: CertificateDates }>;
const isDated = (event: CertificateEvent): event is Dated => 'dates' in event;

/** What a decision makes happen, put wrong. */
const wrongEvents = (
  wrong: (events: readonly CertificateEvent[], world: CertificateWorld) => readonly CertificateEvent[],
): Fault => ({
  decide: (command, certificate, world) => {
    const decision = product.decide(command, certificate, world);
    return decision.ok ? { ok: true, value: wrong(decision.value, world) } : decision;
  },
});

const wrongDates = (
  wrong: (dates: CertificateDates, world: CertificateWorld) => CertificateDates,
  only: CertificateEvent['type'] | null = null,
): Fault =>
  wrongEvents((events, world) =>
    events.map((event) =>
      isDated(event) && (only === null || event.type === only)
        ? { ...event, dates: wrong(event.dates, world) }
        : event,
    ),
  );

/** A command decided as if the world were another. */
const wrongWorld = (
  wrong: (world: CertificateWorld) => CertificateWorld,
  only: CertificateCommand['type'] | null = null,
): Fault => ({
  decide: (command, certificate, world) =>
    product.decide(command, certificate, only === null || command.type === only ? wrong(world) : world),
});

const wrongEvolution = <T extends CertificateEvent['type']>(
  type: T,
  wrong: (
    before: SupportCertificate,
    event: Extract<CertificateEvent, { readonly type: T }>,
  ) => SupportCertificate,
): Fault => ({
  evolve: (before, event) =>
    event.type === type && before !== null
      ? wrong(before, event as Extract<CertificateEvent, { readonly type: T }>)
      : product.evolve(before, event),
});

const wrongState = (wrong: Subject['stateAt']): Fault => ({ stateAt: wrong });

/** What a renewal that goes on from its predecessor becomes, put wrong. */
const wrongChain = (wrong: (renewal: Renewal) => Renewal): Fault => ({
  judge: (certificate, request, book) => {
    const told = product.judge(certificate, request, book);
    return told.ok && told.value.startsAt === certificate.endsAt
      ? { ok: true, value: wrong(told.value) }
      : told;
  },
});

/** A command decided as if the certificate had not begun. */
const forgottenBeginning = (type: CertificateCommand['type']): Fault => ({
  decide: (command, certificate, world) => {
    const anew = command.type === type && certificate !== null && certificate.startCause !== 'renewal';
    return product.decide(command, anew ? { ...certificate, startsAt: null } : certificate, world);
  },
});

/** Turns told as if the certificate were another. */
const wrongTurns = (wrong: (certificate: SupportCertificate) => SupportCertificate): Fault => ({
  decide: (command, certificate, world) =>
    product.decide(
      command,
      command.type === 'RingTurn' && certificate !== null ? wrong(certificate) : certificate,
      world,
    ),
});

/** The last day of a term found as spreadsheets do: 31 January and a month is 3 March. */
const overflowing = (dates: CertificateDates, { regulation }: CertificateWorld): CertificateDates => {
  const { countsFrom, endsAt } = dates;
  if (countsFrom === null || endsAt === null || Number(countsFrom.slice(8)) < 29) return dates;
  const last = localDateOf(regulation.zone, (endsAt - 1) as Instant);
  const over = Number(countsFrom.slice(8)) - Number(last.slice(8));
  return over <= 0 ? dates : { ...dates, endsAt: endOfLocalDate(regulation.zone, addDays(last, over)) };
};

const later = (ms: number) => (world: CertificateWorld) => ({ ...world, now: (world.now + ms) as Instant });

/** Ways in which certificates go wrong in practice: each must be seen. */
export const PLANTED: readonly (readonly [name: string, fault: Fault])[] = [
  ['a term is a day short', wrongDates((dates) => ({ ...dates, endsAt: movedBy(dates.endsAt, -DAY_MS) }))],
  [
    'the end is a millisecond early',
    wrongDates((dates) => ({ ...dates, endsAt: movedBy(dates.endsAt, -1) })),
  ],
  ['months run over at the end of a month', wrongDates(overflowing)],
  [
    'loyalty is a day too long',
    wrongDates((dates) => ({ ...dates, loyaltyUntil: movedBy(dates.loyaltyUntil, DAY_MS) })),
  ],
  [
    'loyalty serves without the wish to renew',
    wrongDates((dates) => ({ ...dates, loyaltyFrom: dates.loyaltyUntil === null ? null : dates.endsAt })),
  ],
  [
    'a wish declared late reaches back',
    wrongDates((dates) => ({ ...dates, loyaltyFrom: dates.endsAt }), 'RenewalIntended'),
  ],
  ['a beginning that came moves when something becomes known', forgottenBeginning('RecordDate')],
  ['a beginning that came moves when a quantity is put right', forgottenBeginning('Correct')],
  ['a date of tomorrow is taken', wrongWorld(later(DAY_MS), 'RecordDate')],
  ['a day off does not give way', wrongWorld((world) => ({ ...world, isWorkingDay: () => true }))],
  ['a turn is told again every round', wrongEvolution('CertificateTurned', (before) => before)],
  ['turns are told in any order', wrongEvents((events) => events.toReversed())],
  ['one turn is told of several that came', wrongEvents((events) => events.slice(0, 1))],
  ['a turn is told before its time', wrongWorld(later(1), 'RingTurn')],
  ['what is renewed is reminded of', wrongTurns((certificate) => ({ ...certificate, renewedBy: null }))],
  ['what is suspended is reminded of', wrongTurns((certificate) => ({ ...certificate, suspendedAt: null }))],
  [
    'a reminder comes at midnight',
    wrongEvents((events) =>
      events.map((event) =>
        event.type === 'CertificateTurned' && event.turn.startsWith('ends-in')
          ? { ...event, at: (event.at - 9 * HOUR_MS) as Instant }
          : event,
      ),
    ),
  ],
  [
    'a correction forgets what was told',
    wrongEvolution('CertificateCorrected', (before, event) => product.evolve(before, { ...event, told: [] })),
  ],
  [
    'a correction leaves told what lies ahead again',
    wrongEvolution('CertificateCorrected', (before, event) =>
      product.evolve(before, { ...event, told: before.told }),
    ),
  ],
  [
    'a correction leaves the dates as they were',
    wrongEvolution('CertificateCorrected', (before, event) =>
      product.evolve(before, { ...event, dates: event.datesBefore }),
    ),
  ],
  [
    'a date that was recorded is not kept',
    wrongEvolution('CertificateDateRecorded', (before, event) => ({ ...before, ...event.dates })),
  ],
  ['an upgrade licence is not kept', wrongEvolution('UpgradeLicenceIssued', (before) => before)],
  ['one that was taken back still counts', wrongEvolution('UpgradeLicenceRevoked', (before) => before)],
  [
    'upgrade licences are given after the end',
    wrongWorld((world) => ({ ...world, now: (world.now - DAY_MS) as Instant }), 'IssueUpgradeLicence'),
  ],
  ['a resumed certificate stays suspended', wrongEvolution('CertificateResumed', (before) => before)],
  [
    'the last instant is not served',
    wrongState((certificate, at) => product.stateAt(certificate, (at + 1) as Instant)),
  ],
  [
    'a suspended certificate serves',
    wrongState((certificate, at) => product.stateAt({ ...certificate, suspendedAt: null }, at)),
  ],
  [
    'a revoked certificate serves',
    wrongState((certificate, at) => product.stateAt({ ...certificate, revokedAt: null }, at)),
  ],
  [
    'a renewal leaves a gap of a day',
    wrongChain((renewal) => ({ ...renewal, startsAt: (renewal.startsAt + DAY_MS) as Instant })),
  ],
  [
    'a renewal that goes on is counted from the day after',
    wrongChain((renewal) => ({ ...renewal, countsFrom: addDays(renewal.countsFrom, 1) })),
  ],
  [
    'a renewal stays where the end before it was',
    { move: (before, _, next, book) => product.move(before, before, next, book) },
  ],
  [
    'a renewal goes with the end a day late',
    {
      move: (before, after, next, book) => {
        const told = product.move(before, after, next, book);
        return told.ok && told.value !== null
          ? { ok: true, value: { ...told.value, startsAt: (told.value.startsAt + DAY_MS) as Instant } }
          : told;
      },
    },
  ],
  [
    'a moved renewal keeps its end',
    wrongEvolution('CertificateRenewalMoved', (before, event) =>
      product.evolve(before, { ...event, dates: { ...event.dates, endsAt: event.datesBefore.endsAt } }),
    ),
  ],
  [
    'the time for a renewal is a day short',
    {
      judge: (certificate, request, book) =>
        product.judge(certificate, { ...request, at: (request.at + DAY_MS) as Instant }, book),
    },
  ],
];
