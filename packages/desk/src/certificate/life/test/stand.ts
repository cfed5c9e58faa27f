import { isDeepStrictEqual } from 'node:util';
import type { Instant, LocalDate } from '@reglament/working-time';
import type { MessageId } from '../../../ids.ts';
import type { Regulation } from '../../../regulation/regulation.ts';
import { type CertificateCommand, type CertificateEvent, evolveCertificate } from '../commands.ts';
import { decideCertificate } from '../decide-certificate.ts';
import type { CertificateWorld } from '../facts.ts';
import { moveRenewal } from '../move-renewal.ts';
import { judgeRenewal } from '../renew.ts';
import { stateAt } from '../state-at.ts';
import type { SupportCertificate } from '../support-certificate.ts';
import { dayNumber, daysOn, midnightOf } from './naive-days.ts';
import type { OnPaper } from './sketch-commands.ts';
import { allDates, type Paper, read, type Sketch, stateOn } from './sketch.ts';

export const reasonId = 'm-1' as MessageId;

/** What is put to the test: the product's own, or one with a fault planted in it. */
export interface Subject {
  readonly decide: typeof decideCertificate;
  readonly evolve: typeof evolveCertificate;
  readonly stateAt: typeof stateAt;
  readonly judge: typeof judgeRenewal;
  readonly move: typeof moveRenewal;
}

export const product: Subject = {
  decide: decideCertificate,
  evolve: evolveCertificate,
  stateAt,
  judge: judgeRenewal,
  move: moveRenewal,
};

export interface Stand {
  /** States, events and refusals that came up. */
  readonly seen: Set<string>;
  readonly subject: Subject;
  readonly paper: Paper;
  readonly regulation: Regulation;
}

/** A certificate beside its paper. */
export interface Held {
  readonly certificate: SupportCertificate;
  readonly events: readonly CertificateEvent[];
  readonly sketch: Sketch;
  /** The beginning that came, and may move no more but by a correction. */
  readonly begun: number | null;
}

export const agree = (what: string, told: unknown, onPaper: unknown): void => {
  if (!isDeepStrictEqual(told, onPaper))
    throw new Error(`${what}: ${JSON.stringify(told)}, on paper ${JSON.stringify(onPaper)}`);
};

export const worldAt = ({ paper, regulation }: Stand, now: number): CertificateWorld => ({
  now: now as Instant,
  regulation,
  isWorkingDay: (date: LocalDate) => paper.works(dayNumber(date)),
});

/** Every date and every state around it is what the paper says. */
export const compare = (stand: Stand, held: Held, now: number): void => {
  const { certificate, sketch } = held;
  const { begins, ends, loyalFrom, loyalLast } = read(sketch, stand.paper);
  const { zone } = stand.paper;
  const loyalEnds = loyalLast === null ? null : midnightOf(zone, daysOn(loyalLast, 1));
  agree(
    'dates',
    [certificate.startsAt, certificate.endsAt, certificate.loyaltyFrom, certificate.loyaltyUntil],
    [begins, ends, loyalFrom, loyalEnds],
  );
  agree('dates on record', certificate.dates, { ...allDates(sketch) });
  agree('told', certificate.told, sketch.told);
  agree(
    'upgrade licences',
    (certificate.upgradeLicences ?? []).map(({ quantity, revokedAt }) => [quantity, revokedAt !== undefined]),
    sketch.upgrades.map(({ quantity, isBack }) => [quantity, isBack]),
  );
  for (const edge of [now, begins, ends, loyalFrom, loyalEnds])
    for (const at of edge === null ? [] : [edge - 1, edge, edge + 1]) {
      const state = stateOn(sketch, stand.paper, at);
      agree(`state at ${at}`, stand.subject.stateAt(certificate, at as Instant), state);
      stand.seen.add(state);
    }
};

/** The journal alone, as the database gives it back, makes the same certificate. */
export const refold = ({ subject }: Stand, { certificate, events }: Held): void => {
  const stored = JSON.parse(JSON.stringify(events)) as readonly CertificateEvent[];
  const folded = stored.reduce<SupportCertificate | null>(
    (state, event) => subject.evolve(state, event),
    null,
  );
  agree('what the events add up to', folded, JSON.parse(JSON.stringify(certificate)));
};

/** As PostgreSQL gives it back: keys by their length, then by their letters. */
export const asStored = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      one !== null && typeof one === 'object' && !Array.isArray(one)
        ? Object.fromEntries(
            Object.entries(one).toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)),
          )
        : one,
    ),
  ) as T;

const evolved = (
  { subject }: Stand,
  held: Held,
  happened: readonly CertificateEvent[],
  sketch: Sketch,
): Held => ({
  ...held,
  certificate: asStored(happened.reduce<SupportCertificate>(subject.evolve, held.certificate)),
  events: [...held.events, ...happened],
  sketch,
});

/** One command to both: the same answer, and after a refusal all as before. */
export const ask = (
  stand: Stand,
  held: Held,
  command: CertificateCommand,
  onPaper: OnPaper,
  now: number,
): Held => {
  const before = JSON.stringify(held.certificate);
  const decision = stand.subject.decide(command, held.certificate, worldAt(stand, now));
  agree('a decision leaves what it was asked about', JSON.stringify(held.certificate), before);
  agree(
    `${command.type} refused`,
    decision.ok ? null : decision.refusal.code,
    typeof onPaper === 'string' ? onPaper : null,
  );
  if (!decision.ok || typeof onPaper === 'string') {
    if (typeof onPaper === 'string') stand.seen.add(onPaper);
    return held;
  }
  for (const event of decision.value) stand.seen.add('turn' in event ? event.turn : event.type);
  return evolved(stand, held, decision.value, onPaper);
};
