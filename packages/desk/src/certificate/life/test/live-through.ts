import type { Instant, LocalDate } from '@reglament/working-time';
import type { CertificateId, CompanyId, RegulationVersionId } from '../../../ids.ts';
import type { Regulation } from '../../../regulation/regulation.ts';
import { certificateNoticesOf, isStillNews } from '../certificate-notices.ts';
import type { CertificateCommand, CertificateEvent, Correction } from '../commands.ts';
import { bookOf } from '../facts.ts';
import type { CertificateFacts } from '../support-certificate.ts';
import { type AnyLife, type Deed, TERMS } from './any-life.ts';
import { upgrade } from './live-upgrades.ts';
import { dayNumber, dayOf, dayText, daysOn, midnightOf, weekdayOf } from './naive-days.ts';
import {
  correctOnPaper,
  declareOnPaper,
  issueOnPaper,
  movedOnPaper,
  recordOnPaper,
  renewOnPaper,
  ringOnPaper,
} from './sketch-commands.ts';
import { allDates, type Paper, read, type Sketch, turnsDue, turnsOf } from './sketch.ts';
import { requestBy } from './request-by.ts';
import {
  agree,
  ask,
  asStored,
  compare,
  type Held,
  reasonId,
  refold,
  type Stand,
  type Subject,
  worldAt,
} from './stand.ts';

const LATER_MS = 120 * 86_400_000;

/** Of a round at most one letter is owed, of its last turn, and what it says is true when it is written. */
const written = (told: readonly CertificateEvent[], { certificate }: Held, now: number): void => {
  const letters = told.flatMap((event, index) =>
    certificateNoticesOf(event, certificate, told.slice(index + 1)),
  );
  const last = told.at(-1);
  for (const [index, letter] of letters.entries()) {
    agree('letters of a round', index, 0);
    agree(
      'letter of a turn',
      [letter.kind, 'turn' in letter && letter.turn],
      ['turned', last?.type === 'CertificateTurned' && last.turn],
    );
    agree('what a letter says', isStillNews(letter, certificate, now as Instant), true);
  }
};

const ring = (stand: Stand, held: Held, now: number): Held => {
  const due = held.sketch.revokedAt === null ? turnsDue(held.sketch, stand.paper, now) : [];
  const command = { type: 'RingTurn' } as const;
  if (held.sketch.revokedAt !== null) return ask(stand, held, command, 'revoked', now);
  const rung = ask(stand, held, command, ringOnPaper(held.sketch, stand.paper, now), now);
  const told = rung.events.slice(held.events.length);
  agree(
    'turns told',
    told.map((event) => (event.type === 'CertificateTurned' ? [event.turn, event.at] : [event.type])),
    due,
  );
  written(told, rung, now);
  const times = told.map((event) => (event.type === 'CertificateTurned' ? event.at : 0));
  agree(
    'turns in order',
    times,
    times.toSorted((a, b) => a - b),
  );
  const again = ask(stand, rung, command, rung.sketch, now);
  agree('told again', again.events.length, rung.events.length);
  return again;
};

const termOf = (pick: number) => TERMS[pick % TERMS.length] ?? null;

const correctionBy = (
  { pick, more, ms, event }: Deed,
  { sketch }: Held,
  { paper }: Stand,
  now: number,
): Correction => {
  const { zone } = paper;
  const day = midnightOf(zone, daysOn(dayOf(zone, now - ms), 0)) as Instant;
  const { [event]: _, ...rest } = allDates(sketch);
  const dates = more % 3 === 0 ? rest : { ...rest, [event]: day };
  const all: readonly Correction[] = [
    { term: termOf(more) },
    { quantity: more % 12 },
    { namedStart: more % 2 === 0 ? null : day },
    { packageId: paper.packages[more % (paper.packages.length + 1)] ?? 'nowhere' },
    { dates: dates as CertificateFacts['dates'] },
    { quantity: 5, dates: dates as CertificateFacts['dates'] },
  ];
  return all[pick % all.length] ?? {};
};

const correct = (stand: Stand, held: Held, deed: Deed, now: number): Held => {
  const changes = correctionBy(deed, held, stand, now);
  const command = { type: 'Correct', changes, reasonId } as const;
  const onPaper =
    held.sketch.revokedAt === null ? correctOnPaper(held.sketch, changes, stand.paper, now) : 'revoked';
  const once = ask(stand, held, command, onPaper, now);
  if (typeof onPaper === 'string') return once;
  const twice = ask(stand, once, command, 'nothing-to-correct', now);
  return { ...twice, begun: twice.certificate.startsAt === held.begun ? held.begun : null };
};

const FACTS = {
  number: 'C-1',
  companyId: 'company-1' as CompanyId,
  regulationVersionId: 'version-1' as RegulationVersionId,
  products: null,
  installationType: null,
  figures: {},
  bought: [],
  people: {},
  visitsPerTicket: null,
} satisfies Partial<CertificateFacts>;

type Ordered = Pick<CertificateFacts, 'packageId' | 'term' | 'namedStart' | 'quantity' | 'dates'>;

/** A certificate and its paper; null: neither would have it. */
const issue = (
  stand: Stand,
  ordered: Ordered,
  going: { readonly on: CertificateId | null; readonly renewal: Sketch['renewal'] },
  now: number,
): Held | null => {
  const { on, renewal } = going;
  const command: CertificateCommand = {
    type: 'Issue',
    facts: { ...FACTS, ...ordered, certificateId: `c-${now}` as CertificateId, renews: on },
    renewal:
      renewal === null
        ? null
        : {
            startsAt: renewal.at as Instant,
            countsFrom: dayText(renewal.countsFrom) as LocalDate,
            backDated: false,
          },
  };
  const onPaper = issueOnPaper(ordered, renewal, stand.paper, now);
  const decision = stand.subject.decide(command, null, worldAt(stand, now));
  agree(
    'Issue refused',
    decision.ok ? null : decision.refusal.code,
    typeof onPaper === 'string' ? onPaper : null,
  );
  if (!decision.ok || typeof onPaper === 'string') {
    stand.seen.add(typeof onPaper === 'string' ? onPaper : 'issued');
    return null;
  }
  const [first] = decision.value;
  if (first === undefined) throw new Error('issued without an event');
  return {
    certificate: asStored(stand.subject.evolve(null, first)),
    events: decision.value,
    sketch: onPaper,
    begun: null,
  };
};

/** Where it is back-dated to the end of the one before, every instant belongs to one of the two and to no more. */
const unbroken = (stand: Stand, old: Held, next: Held): void => {
  const { starts } = stand.paper.rules.renewal ?? {};
  const { ends } = read(old.sketch, stand.paper);
  if (starts !== 'previous-end' || ends === null || next.sketch.renewal?.at !== ends) return;
  for (const at of [ends - 1, ends]) {
    const serving = [old, next].filter(
      ({ certificate: { startsAt, endsAt } }) =>
        startsAt !== null && startsAt <= at && (endsAt === null || at < endsAt),
    );
    agree('of a chain there serve', serving.length, 1);
  }
};

/** The term of what was renewed is put right: the renewal goes with its end, or the whole is refused and both stay. */
const correctBehind = (
  stand: Stand,
  { old, next }: { readonly old: Held; readonly next: Held },
  deed: Deed,
  now: number,
): readonly Held[] => {
  const changes = { term: termOf(deed.more) };
  const onPaper = correctOnPaper(old.sketch, changes, stand.paper, now);
  const corrected = ask(stand, old, { type: 'Correct', changes, reasonId }, onPaper, now);
  if (typeof onPaper === 'string') return [corrected, next];
  const book = bookOf(worldAt(stand, now), old.certificate.packageId);
  if (book === null) throw new Error('held without a rule');
  const told = stand.subject.move(old.certificate, corrected.certificate, next.certificate, book);
  const sheet = movedOnPaper({ was: old.sketch, is: onPaper }, next.sketch, stand.paper, now);
  agree('moved', told.ok ? null : told.refusal.code, typeof sheet === 'string' ? sheet : null);
  if (!told.ok || typeof sheet === 'string') {
    stand.seen.add('renewal-crossed');
    return [old, next];
  }
  agree(
    'moved to',
    told.value === null ? null : [told.value.startsAt, dayNumber(told.value.countsFrom)],
    sheet === next.sketch ? null : [sheet.renewal?.at, sheet.renewal?.countsFrom],
  );
  if (told.value === null) return [corrected, next];
  const gone = ask(stand, next, { type: 'MoveRenewal', ...told.value, reasonId }, sheet, now);
  unbroken(stand, corrected, gone);
  compare(stand, corrected, now);
  return [corrected, { ...gone, begun: null }];
};

const renew = (stand: Stand, held: Held, deed: Deed, now: number): readonly Held[] => {
  if (held.sketch.revokedAt !== null) return [held];
  const book = bookOf(worldAt(stand, now), held.certificate.packageId);
  if (book === null) throw new Error('held without a rule');
  const request = requestBy(deed, now);
  const told = stand.subject.judge(held.certificate, request, book);
  const onPaper = renewOnPaper(held.sketch, request, stand.paper);
  agree(
    'renewal',
    told.ok ? { ...told.value, countsFrom: dayNumber(told.value.countsFrom) } : told.refusal.code,
    typeof onPaper === 'string'
      ? onPaper
      : { startsAt: onPaper.at, countsFrom: onPaper.countsFrom, backDated: onPaper.backDated },
  );
  if (typeof onPaper === 'string') {
    stand.seen.add(onPaper);
    return [held];
  }
  const { packageId, term } = held.sketch;
  const ordered: Ordered = { packageId, term, namedStart: null, quantity: 5, dates: {} };
  const next = issue(stand, ordered, { on: held.certificate.certificateId, renewal: onPaper }, now);
  if (next === null) return [held];
  unbroken(stand, held, next);
  const by = next.certificate.certificateId;
  const old = ask(stand, held, { type: 'MarkRenewed', by }, { ...held.sketch, renewed: true }, now);
  const twice = ask(stand, old, { type: 'MarkRenewed', by }, 'already-renewed', now);
  if (deed.pick % 4 === 1) return correctBehind(stand, { old: twice, next }, deed, now);
  if (deed.pick % 4 !== 0) return [twice, next];
  // The renewal was a mistake: another one may follow, and what comes near is told again.
  const free = ask(stand, twice, { type: 'UnmarkRenewed', by }, { ...twice.sketch, renewed: false }, now);
  return [ask(stand, free, { type: 'UnmarkRenewed', by }, free.sketch, now)];
};

const step = (stand: Stand, held: Held, deed: Deed, now: number): readonly Held[] => {
  const { sketch } = held;
  const over = sketch.revokedAt !== null;
  // What becomes known late may lie before a beginning that came long ago.
  const { startsAt } = held.certificate;
  const from = deed.more % 3 === 0 && startsAt !== null ? Math.min(startsAt, now) : now;
  const at = (deed.pick % 9 === 0 ? now + 1 : from - (deed.pick % 2 === 0 ? 0 : deed.ms)) as Instant;
  const { event } = deed;
  switch (deed.kind) {
    case 'pass':
    case 'to-turn':
      return [held];
    case 'record':
      return [
        ask(
          stand,
          held,
          { type: 'RecordDate', event, at },
          over ? 'revoked' : recordOnPaper(sketch, { event, at }, stand.paper, now),
          now,
        ),
      ];
    case 'declare':
      return [
        ask(
          stand,
          held,
          { type: 'DeclareIntent', at },
          over ? 'revoked' : declareOnPaper(sketch, at, stand.paper, now),
          now,
        ),
      ];
    case 'correct':
      return [correct(stand, held, deed, now)];
    case 'suspend': {
      const onPaper = sketch.suspendedAt === null ? { ...sketch, suspendedAt: now } : 'suspended';
      return [ask(stand, held, { type: 'Suspend', reasonId }, over ? 'revoked' : onPaper, now)];
    }
    case 'resume': {
      const onPaper = sketch.suspendedAt === null ? 'not-suspended' : { ...sketch, suspendedAt: null };
      return [ask(stand, held, { type: 'Resume', reasonId }, over ? 'revoked' : onPaper, now)];
    }
    case 'revoke':
      return deed.pick % 3 === 0
        ? [
            ask(
              stand,
              held,
              { type: 'Revoke', reasonId },
              over ? 'revoked' : { ...sketch, revokedAt: now },
              now,
            ),
          ]
        : [held];
    case 'ring':
      return [ring(stand, held, now)];
    case 'renew':
      return renew(stand, held, deed, now);
    case 'upgrade':
    case 'take-back':
      return [upgrade(stand, held, deed, now)];
  }
};

/** Just before, at, or just after the next edge of what the certificate holds; as long as the deed says where none lies ahead. */
const timeAfter = (stand: Stand, { sketch }: Held, { kind, ms, pick }: Deed, now: number): number => {
  if (kind === 'pass') return now + ms;
  if (kind !== 'to-turn') return now;
  const { begins, ends, loyalFrom, loyalLast } = read(sketch, stand.paper);
  const loyalEnds = loyalLast === null ? null : midnightOf(stand.paper.zone, daysOn(loyalLast, 1));
  const told = turnsOf(sketch, stand.paper).map(([, when]) => when);
  const ahead = [begins, ends, loyalFrom, loyalEnds, ...told].filter((edge) => edge !== null && edge > now);
  const next = Math.min(...ahead.map((edge) => edge ?? 0));
  return ahead.length === 0 ? now + ms : Math.max(now, next + (pick % 3) - 1);
};

const beganOnce = (held: Held, now: number): Held => {
  const { startsAt } = held.certificate;
  if (held.begun !== null) agree('a beginning that came', startsAt, held.begun);
  return { ...held, begun: startsAt !== null && startsAt <= now ? startsAt : null };
};

export interface Lived {
  readonly steps: number;
  readonly certificates: number;
  /** States, events, turns and refusals that came up. */
  readonly seen: ReadonlySet<string>;
}

const firstOrder = ({ first, begun }: AnyLife, { paper }: Stand): Ordered => ({
  packageId: paper.packages[first.more % paper.packages.length] ?? '',
  // One in eight as it comes, the others for a term that is on sale.
  term: first.pick % 8 === 0 ? termOf(first.more) : termOf(first.pick % 2),
  namedStart: first.more % 4 === 0 ? ((begun - first.ms) as Instant) : null,
  quantity: 5,
  dates: { [first.event]: begun - first.ms } as CertificateFacts['dates'],
});

/** Lives through it beside its paper. @throws at the first difference. */
export const liveThrough = (life: AnyLife, regulation: Regulation, subject: Subject): Lived => {
  const [weekdays, monthDays] = life.off;
  const paper: Paper = {
    rules: life.rules,
    packages: regulation.packages.map(({ id }) => id),
    zone: life.zone,
    works: (day) => !weekdays.includes(weekdayOf(day)) && !monthDays.includes(day % 100),
  };
  const stand: Stand = {
    seen: new Set(),
    subject,
    paper,
    regulation: { ...regulation, zone: life.zone as Regulation['zone'], certificates: life.rules },
  };
  let now = life.begun;
  let held = issue(stand, firstOrder(life, stand), { on: null, renewal: null }, now);
  const past: Held[] = [];
  let steps = 1;
  for (const deed of held === null ? [] : life.deeds) {
    if (held === null) break;
    now = timeAfter(stand, held, deed, now);
    const [old, next]: readonly Held[] = step(stand, beganOnce(held, now), deed, now);
    if (next !== undefined && old !== undefined) past.push(old);
    held = next ?? old ?? held;
    compare(stand, held, now);
    steps += 1;
  }
  const all = [...past, ...(held === null ? [] : [held])];
  for (const one of all) {
    refold(stand, one);
    compare(stand, one, now);
    // What goes on in another one is told its own turns too.
    const later = now + LATER_MS;
    compare(stand, ring(stand, one, later), later);
  }
  return { steps, certificates: all.length, seen: stand.seen };
};
