import { isDeepStrictEqual } from 'node:util';
import type { MomentEvent, TermLength } from '../../../regulation/certificate-rules.ts';
import type { CertificateRefusalCode } from '../refusals.ts';
import type { RenewalRequest } from '../renew.ts';
import { type DayNumber, dayOf, daysOn, midnightOf, monthsOn } from './naive-days.ts';
import {
  allDates,
  countedFrom,
  forbidden,
  isCrossed,
  type Paper,
  read,
  type Sketch,
  type SketchFacts,
  stateOn,
  stillTold,
  turnsDue,
} from './sketch.ts';

type Dates = Readonly<Partial<Record<MomentEvent, number>>>;

/** The paper after a command, or the word it is refused with. */
export type OnPaper = Sketch | CertificateRefusalCode;

export const issueOnPaper = (
  facts: SketchFacts & { readonly dates: Dates },
  renewal: Sketch['renewal'],
  paper: Paper,
  now: number,
): OnPaper => {
  const { dates, ...rest } = facts;
  return (
    forbidden(rest, dates, paper, now) ??
    (isCrossed(rest, dates, renewal, paper) ? 'dates-crossed' : null) ?? {
      ...rest,
      known: [{ when: now, dates }],
      renewal,
      declaredAt: null,
      suspendedAt: null,
      revokedAt: null,
      renewed: false,
      told: [],
      upgrades: [],
    }
  );
};

export const recordOnPaper = (
  sketch: Sketch,
  { event, at }: { readonly event: MomentEvent; readonly at: number },
  paper: Paper,
  now: number,
): OnPaper => {
  const before = allDates(sketch)[event];
  if (at > now) return 'date-in-future';
  if (before !== undefined) return before === at ? sketch : 'date-known';
  const dates = { ...allDates(sketch), [event]: at };
  if (isCrossed(sketch, dates, sketch.renewal, paper)) return 'dates-crossed';
  return { ...sketch, known: [...sketch.known, { when: now, dates: { [event]: at } }] };
};

export const declareOnPaper = (sketch: Sketch, at: number, paper: Paper, now: number): OnPaper => {
  const { begins, loyalLast } = read(sketch, paper);
  const { loyalty } = paper.rules;
  if (loyalty?.given !== 'declared-intent') return 'no-loyalty';
  if (at > now) return 'date-in-future';
  if (sketch.declaredAt !== null) return 'intent-declared';
  if (begins === null || at < begins) return 'not-begun';
  if (loyalLast !== null && dayOf(paper.zone, at) > loyalLast) return 'intent-too-late';
  return { ...sketch, declaredAt: at };
};

export interface Changes {
  readonly packageId?: string;
  readonly term?: TermLength | null;
  readonly namedStart?: number | null;
  readonly quantity?: number | null;
  readonly dates?: Dates;
}

const MOVES: ReadonlySet<string> = new Set(['packageId', 'namedStart', 'dates']);

/** A beginning is looked for anew only where something that it hangs on was put right. */
export const correctOnPaper = (sketch: Sketch, changes: Changes, paper: Paper, now: number): OnPaper => {
  const dates = allDates(sketch);
  const is: Readonly<Record<string, unknown>> = { ...sketch, dates };
  const moved = Object.entries(changes).filter(([name, value]) => !isDeepStrictEqual(is[name], value));
  if (moved.length === 0) return 'nothing-to-correct';
  const { dates: named = dates, ...facts } = changes;
  const isMoved = moved.some(([name]) => MOVES.has(name));
  const after: Sketch = {
    ...sketch,
    ...facts,
    known: isMoved ? [{ when: now, dates: named }] : sketch.known,
  };
  const crossed = isMoved && isCrossed(after, named, sketch.renewal, paper) ? 'dates-crossed' : null;
  return forbidden(after, named, paper, now) ?? crossed ?? { ...after, told: stillTold(after, paper, now) };
};

/** What was told on the way, in order. */
export const ringOnPaper = (sketch: Sketch, paper: Paper, now: number): Sketch => ({
  ...sketch,
  told: [...sketch.told, ...turnsDue(sketch, paper, now).map(([turn]) => turn)],
});

export interface RenewedOnPaper {
  readonly at: number;
  readonly countsFrom: DayNumber;
  readonly backDated: boolean;
}

const refuseAct = (request: RenewalRequest, { rules }: Paper): CertificateRefusalCode | null => {
  const act = rules.renewal?.act ?? null;
  if (act === null) return null;
  if (request.act === null) return 'act-missing';
  if (request.act.issuer === 'partner' && act.issuer === 'vendor') return 'act-issuer';
  if (!request.act.namesSupport && act.namesSupport) return 'act-without-support';
  return request.act.usedFor !== null && act.usedOnce ? 'act-used' : null;
};

const lateStart = (
  request: RenewalRequest,
  ends: number,
  { rules, zone }: Paper,
): number | CertificateRefusalCode => {
  const late = rules.lateReturn;
  if (late === null) return request.at;
  if (late.needs.includes('upgrade-bought') && request.upgradeBoughtAt === null) return 'late-return';
  if (late.needs.includes('upgrade-installed') && request.upgradeInstalledAt === null) return 'late-return';
  const { upgradeBoughtAt: bought, upgradeInstalledAt: installed } = request;
  if (installed !== null && dayOf(zone, installed) < dayOf(zone, Math.max(bought ?? ends, ends)))
    return 'dates-crossed';
  if (late.starts === 'previous-end') return ends;
  return late.starts === 'purchase' ? request.at : (request.upgradeInstalledAt ?? request.at);
};

const startInTime = (request: RenewalRequest, ends: number | null, { rules }: Paper): number => {
  const given = request.act?.givenAt ?? request.at;
  const starts = rules.renewal?.starts;
  if (starts === 'purchase') return request.at;
  if (starts === 'number-given') return given;
  if (ends === null) return starts === 'previous-end' ? request.at : given;
  return starts === 'previous-end' ? ends : Math.max(ends, given);
};

const inTime = (request: RenewalRequest, last: DayNumber | null, { rules, zone }: Paper): boolean => {
  const within = rules.renewal?.within ?? null;
  if (last === null || within === null) return true;
  const most = within.unit === 'days' ? daysOn(last, within.count) : monthsOn(last, within.count);
  return dayOf(zone, request.at) <= most;
};

/** Whether it may be renewed so, and from when. */
export const renewOnPaper = (
  sketch: Sketch,
  request: RenewalRequest,
  paper: Paper,
): RenewedOnPaper | CertificateRefusalCode => {
  const { renewal } = paper.rules;
  const { begins, last, ends } = read(sketch, paper);
  if (renewal === null) return 'no-renewal';
  if (sketch.renewed) return 'already-renewed';
  if (begins === null || request.at < begins) return 'not-begun';
  if (renewal.through !== null && !renewal.through.includes(request.channel)) return 'renewal-channel';
  const no = refuseAct(request, paper);
  if (no !== null) return no;
  const given = renewal.act === null ? null : (request.act?.givenAt ?? null);
  if (given !== null && dayOf(paper.zone, given) < dayOf(paper.zone, begins)) return 'dates-crossed';
  if (
    renewal.quantity === 'activated-licences' &&
    request.activated !== null &&
    request.activated !== request.quantity
  )
    return 'renewal-quantity';
  const at =
    ends === null || inTime(request, last, paper)
      ? startInTime(request, ends, paper)
      : lateStart(request, ends, paper);
  if (typeof at === 'string') return at;
  const { zone } = paper;
  return {
    at,
    countsFrom: at === ends && last !== null ? countedFrom(last, paper) : dayOf(zone, at),
    backDated: at < midnightOf(zone, dayOf(zone, request.at)),
  };
};

/** What becomes of a renewal on paper when the term before it is written over: its sheet, or the word that forbids it. */
export const movedOnPaper = (
  old: { readonly was: Sketch; readonly is: Sketch },
  next: Sketch,
  paper: Paper,
  now: number,
): OnPaper => {
  const [was, is] = [read(old.was, paper).ends, read(old.is, paper)];
  const begins = next.renewal?.at ?? null;
  if (begins === null || was === is.ends) return next;
  const { renewal, lateReturn } = paper.rules;
  const goesOn =
    renewal?.starts === 'previous-end' ||
    renewal?.starts === 'later-of-both' ||
    lateReturn?.starts === 'previous-end';
  if (!goesOn || begins !== was) {
    const apart = was !== null && was <= begins;
    return apart && (is.ends === null || is.ends > begins) ? 'renewal-crossed' : next;
  }
  if (is.ends === null || is.last === null) return 'renewal-crossed';
  const bought = renewal?.starts === 'later-of-both' ? allDates(next).purchase : undefined;
  const at = bought === undefined ? is.ends : Math.max(is.ends, Math.min(begins, bought));
  const countsFrom = at === is.ends ? countedFrom(is.last, paper) : dayOf(paper.zone, at);
  const after: Sketch = { ...next, renewal: { at, countsFrom } };
  return { ...after, told: stillTold(after, paper, now) };
};

/** Free while served, for as many as were bought and are not out already. */
export const upgradeOnPaper = (
  sketch: Sketch,
  order: { readonly quantity: number; readonly isListed: boolean },
  paper: Paper,
  now: number,
): OnPaper => {
  const state = stateOn(sketch, paper, now);
  if (state !== 'in-force' && state !== 'loyalty') return 'upgrade-closed';
  if (!order.isListed) return 'upgrade-unknown-version';
  if (order.quantity < 1) return 'quantity-needed';
  let out = order.quantity;
  for (const { quantity, isBack } of sketch.upgrades) out += isBack ? 0 : quantity;
  if (sketch.quantity !== null && out > sketch.quantity) return 'upgrade-over-quantity';
  return { ...sketch, upgrades: [...sketch.upgrades, { quantity: order.quantity, isBack: false }] };
};

export const takeBackOnPaper = (sketch: Sketch, which: number): OnPaper => {
  const found = sketch.upgrades[which];
  if (found === undefined || found.isBack) return 'no-such-upgrade';
  const upgrades = [...sketch.upgrades];
  upgrades[which] = { ...found, isBack: true };
  return { ...sketch, upgrades };
};
