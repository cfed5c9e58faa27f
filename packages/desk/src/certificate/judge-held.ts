import { type Instant, localDateOf } from '@reglament/working-time';
import { hasStanding } from '../customer/judge-standings.ts';
import { foldKey } from '../instance/fold-key.ts';
import type { ClauseId, Package, Regulation } from '../regulation/regulation.ts';
import type { Certificate, EntitlementQuestion, RestrictedBy } from './coverage.ts';
import type { RuleTried, TimeStanding } from './entitlement-trail.ts';
import { suiteOf } from '../product/suite.ts';
import { packageOf } from './judge-channel.ts';
import { offerOf } from './life/begin.ts';
import { NEVER } from './never.ts';

type Outcome = RuleTried['outcome'];

/** How the time of a certificate stands at an instant. */
export const timeStanding = (c: Certificate, at: Instant): TimeStanding => {
  if (c.stopped !== undefined && c.stopped.at <= at) return c.stopped.why;
  if (c.startsAt <= at && at < c.endsAt) return 'in-force';
  if (at < c.startsAt) {
    const isSold = c.soldAt === undefined || c.soldAt <= at;
    return c.beginsWithRequest === true && isSold ? 'begins' : 'not-started';
  }
  return c.loyalty !== undefined && c.loyalty.from <= at && at < c.loyalty.until ? 'loyalty' : 'expired';
};

const momentOf = (c: Certificate, standing: TimeStanding): Instant | null => {
  switch (standing) {
    case 'in-force':
    case 'expired':
      return c.endsAt;
    case 'loyalty':
      return c.loyalty?.until ?? null;
    case 'not-started':
      return c.startsAt;
    case 'suspended':
    case 'revoked':
      return c.stopped?.at ?? null;
    case 'begins':
      return null;
  }
};

const SERVING: ReadonlySet<TimeStanding> = new Set(['in-force', 'begins', 'loyalty']);

const judgeTime = (regulation: Regulation, c: Certificate, at: Instant): RuleTried => {
  const time = timeStanding(c, at);
  const moment = momentOf(c, time);
  const own = time === 'loyalty' ? regulation.certificates?.loyalty?.clause : undefined;
  return {
    rule: 'time',
    outcome: SERVING.has(time) ? 'holds' : 'fails',
    clause: own ?? regulation.entitlement.clause,
    time,
    ...(moment === null || moment >= NEVER ? {} : { moment }),
  };
};

/** Whether one of the facts is wanted; facts that are not known speak against nobody. */
const amongWanted = (
  rule: RestrictedBy,
  clause: ClauseId,
  wanted: readonly string[],
  found: readonly string[] | undefined,
): RuleTried => {
  const outcome: Outcome =
    found === undefined ? 'unknown' : found.some((one) => wanted.includes(one)) ? 'holds' : 'fails';
  return { rule, outcome, clause, wanted, ...(found === undefined ? {} : { found }) };
};

const yesOrNo = (rule: RestrictedBy, clause: ClauseId, fact: boolean | undefined): RuleTried => ({
  rule,
  outcome: fact === undefined ? 'unknown' : fact ? 'holds' : 'fails',
  clause,
});

const withinCount = (
  rule: RestrictedBy,
  clause: ClauseId,
  isOver: (most: number, used: number) => boolean,
  { most, used, over }: { readonly most: number; readonly used: number | undefined; readonly over: Outcome },
): RuleTried =>
  used === undefined
    ? { rule, outcome: 'unknown', clause }
    : { rule, outcome: isOver(most, used) ? over : 'holds', clause, counted: { most, used } };

const asList = (one: string | undefined): readonly string[] | undefined =>
  one === undefined ? undefined : [one];

/** Whose requests the package is for (FL-K5, R27) and who may ask for the company (AO-1.4). */
const judgePeople = (regulation: Regulation, p: Package, q: EntitlementQuestion): readonly RuleTried[] => {
  const { contacts, contactsClause, standingOf, clause } = regulation.entitlement;
  const all = standingOf === 'end-customer' ? q.standings?.endCustomer : q.standings?.requester;
  const day = localDateOf(regulation.zone, q.at);
  const standings = all?.filter((one) => hasStanding(one, day)).map(({ role }) => role);
  return [
    ...(p.onlyFrom === null ? [] : [amongWanted('only-from', p.clause, p.onlyFrom, standings)]),
    ...(contacts === 'listed' ? [yesOrNo('contact', contactsClause ?? clause, q.isListed)] : []),
  ];
};

/** Support that a key is the proof of is for that key: another one of the company's has its own, or none (SH-F-TERM). */
const judgeKey = (
  { certificates }: Regulation,
  { packageId, number }: Certificate,
  { key }: EntitlementQuestion,
): readonly RuleTried[] => {
  const offer = certificates === null ? null : offerOf(certificates, packageId);
  if (offer?.proof !== 'key' || key === undefined) return [];
  const outcome: Outcome = foldKey(number) === key ? 'holds' : 'fails';
  return [{ rule: 'key', outcome, clause: offer.clause, wanted: [number], found: [key] }];
};

/** A request about all products together wants a certificate for each of them (AO-1.2). */
const judgeProduct = (
  regulation: Regulation,
  clause: ClauseId,
  products: readonly string[],
  asked: string | undefined,
): RuleTried => {
  if (asked === undefined || asked !== suiteOf(regulation))
    return amongWanted('product', clause, products, asList(asked));
  const outcome: Outcome = regulation.products.every((one) => products.includes(one)) ? 'holds' : 'fails';
  return { rule: 'product', outcome, clause, wanted: products, found: [asked] };
};

/** What the certificate limits itself to (AO-3.3, AO-3.4). */
const judgeCovers = (
  regulation: Regulation,
  c: Certificate,
  q: EntitlementQuestion,
): readonly RuleTried[] => {
  const covers = regulation.certificates?.covers ?? null;
  if (covers === null) return [];
  const { products = null, installationType = null, quantity = null } = c;
  const { clause } = covers;
  const tried: RuleTried[] = [];
  if (covers.products === 'named' && products !== null)
    tried.push(judgeProduct(regulation, clause, products, q.product));
  if (covers.installationTypes === 'named' && installationType !== null)
    tried.push(amongWanted('installation-type', clause, [installationType], asList(q.installationType)));
  if (covers.licenceAgreement === 'in-force')
    tried.push(yesOrNo('licence-agreement', covers.licenceClause ?? clause, q.isLicensed));
  if (covers.quantity !== 'not-counted' && quantity !== null) {
    const over = covers.overQuantity === 'flag' ? 'flagged' : 'fails';
    tried.push(
      withinCount('quantity', clause, (most, used) => used > most, { most: quantity, used: c.inUse, over }),
    );
  }
  return tried;
};

/** Whether the package still has a ticket to give. */
const judgeQuota = ({ quota }: Package, c: Certificate): readonly RuleTried[] => {
  if (quota === null) return [];
  const over = quota.over === 'no-promise' ? 'fails' : 'flagged';
  return [
    withinCount('quota', quota.clause, (most, used) => used >= most, {
      most: quota.count,
      used: c.ticketsUsed,
      over,
    }),
  ];
};

/** Every rule that says whether a certificate may serve a request, in order; those after the first that fails are not tried. */
export const judgeHeld = (
  regulation: Regulation,
  c: Certificate,
  question: EntitlementQuestion,
): readonly RuleTried[] => {
  const p = packageOf(regulation, c.packageId);
  if (p === undefined) return [{ rule: 'package', outcome: 'fails', clause: regulation.entitlement.clause }];
  const tried = [
    judgeTime(regulation, c, question.at),
    ...judgePeople(regulation, p, question),
    ...judgeKey(regulation, c, question),
    ...judgeCovers(regulation, c, question),
    ...judgeQuota(p, c),
  ];
  const failed = tried.findIndex(({ outcome }) => outcome === 'fails');
  return failed === -1 ? tried : tried.slice(0, failed + 1);
};
