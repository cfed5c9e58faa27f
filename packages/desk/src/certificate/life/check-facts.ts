import { findRule } from '../../clock/find-rule.ts';
import type { TermLength } from '../../regulation/certificate-rules.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import { isVersionNumber } from '../../product/version-number.ts';
import { momentAt, namedTooLate } from './begin.ts';
import type { CertificateBook, CertificateWorld } from './facts.ts';
import { namedRolesOf, namesVisits } from './named-roles.ts';
import { type CertificateDecision, refuse } from './refusals.ts';
import type { CertificateFacts } from './support-certificate.ts';

const sameLength = (a: TermLength, b: TermLength): boolean => a.count === b.count && a.unit === b.unit;

const refuseTerm = (
  facts: CertificateFacts,
  { offer }: CertificateBook,
): CertificateDecision<never> | null => {
  const { terms } = offer;
  const clause = offer.termsClause ?? offer.clause;
  if (terms === 'while-standing') return null;
  if (facts.term === null) return refuse('term-needed', clause);
  if (typeof terms === 'string') return null;
  const { term } = facts;
  return terms.some((one) => sameLength(one, term)) ? null : refuse('term-not-sold', clause, { terms });
};

const refuseDates = (
  facts: CertificateFacts,
  { offer, terms }: CertificateBook,
  { now }: CertificateWorld,
): CertificateDecision<never> | null => {
  const ahead = Object.entries(facts.dates).find(([, at]) => at > now);
  if (ahead !== undefined) return refuse('date-in-future', null, { event: ahead[0] });
  // A date that the regulation ignores can't be too late either.
  if (offer.begins.namedDate === 'ignored' || !namedTooLate(facts, offer, terms.zone)) return null;
  const { notAfter, clause } = offer.begins;
  const limit = notAfter === null ? null : momentAt(notAfter, facts.dates, terms.zone);
  return refuse('named-date-too-late', clause, { limit });
};

/** A figure of one's own is allowed where a target says so, and only below it (R3). */
const refuseFigures = (
  facts: CertificateFacts,
  regulation: Regulation,
): CertificateDecision<never> | null => {
  for (const [clock, ms] of Object.entries(facts.figures)) {
    const rule = regulation.clocks.find(({ id }) => id === clock);
    const row = rule?.targets.find(
      (one) => one.shorterByCertificate && (one.packages === null || one.packages.includes(facts.packageId)),
    );
    if (row === undefined) return refuse('figure-not-agreed', rule?.clause ?? null, { clock });
    const promised = findRule(regulation, {
      clock,
      packageId: facts.packageId,
      priority: regulation.priorities[0]?.id ?? null,
    });
    const most = row.within ?? promised?.target ?? null;
    if (most === null || !('ms' in most)) return refuse('figure-not-agreed', row.clause, { clock });
    if (!(ms > 0 && ms <= most.ms)) return refuse('figure-too-long', row.clause, { clock, most: most.ms });
  }
  return null;
};

/** What is named on it must stand in the regulation: nothing else is ever asked for. */
const refuseNames = (
  { products, installationType, productVersion = null }: CertificateFacts,
  regulation: Regulation,
): CertificateDecision<never> | null => {
  const product = products?.find((one) => !regulation.products.includes(one));
  if (product !== undefined) return refuse('unknown-product', regulation.productsClause, { product });
  if (productVersion !== null && !isVersionNumber(productVersion))
    return refuse('version-unreadable', null, { number: productVersion });
  return installationType === null || regulation.installationTypes.some(({ id }) => id === installationType)
    ? null
    : refuse('unknown-installation', null, { installation: installationType });
};

/** People in roles, and visits, stand on certificates of packages that have them (AO-4.1-manager, CN-S10, FL-K3, CN-VISIT). */
export const refuseAgreed = (
  { packageId, people, visitsPerTicket }: CertificateFacts,
  regulation: Regulation,
): CertificateDecision<never> | null => {
  const roles = new Set(namedRolesOf(regulation, packageId).map(({ id }) => id));
  const role = Object.keys(people).find((id) => !roles.has(id));
  if (role !== undefined) {
    const known = regulation.namedPeople.find(({ id }) => id === role);
    return known === undefined
      ? refuse('unknown-role', null, { role })
      : refuse('role-not-in-package', known.clause, { roleName: known.name });
  }
  return visitsPerTicket === null || namesVisits(regulation, packageId)
    ? null
    : refuse('visits-not-named', regulation.works.visit?.clause ?? null);
};

/**
 * Whether a certificate could be sold so: the first thing that speaks against it, with its clause. `wantsTerm` is false where its
 * dates stand without one.
 */
export const refuseFacts = (
  facts: CertificateFacts,
  book: CertificateBook,
  world: CertificateWorld,
  wantsTerm = true,
): CertificateDecision<never> | null => {
  const counted = book.rules.covers !== null && book.rules.covers.quantity !== 'not-counted';
  const { quantity } = facts;
  if (counted && !(quantity !== null && Number.isInteger(quantity) && quantity > 0))
    return refuse('quantity-needed', book.rules.covers?.clause ?? null);
  return (
    (wantsTerm ? refuseTerm(facts, book) : null) ??
    refuseDates(facts, book, world) ??
    refuseFigures(facts, world.regulation) ??
    refuseNames(facts, world.regulation) ??
    refuseAgreed(facts, world.regulation)
  );
};
