import type { Instant } from '@reglament/working-time';
import { describeRelease } from '../../product/describe-release.ts';
import { releaseAllowed, type ReleaseQuestion } from '../../product/release-allowed.ts';
import { compareVersions, firstNumbers, isVersionNumber } from '../../product/version-number.ts';
import type { ClauseId } from '../../regulation/regulation.ts';
import type { CertificateWorld } from './facts.ts';
import { foldActNumber } from './fold-act-number.ts';
import { type CertificateDecision, refuse } from './refusals.ts';
import { stateAt } from './state-at.ts';
import type { SupportCertificate, UpgradeLicence } from './support-certificate.ts';

/** What the desk's records say of the product that is upgraded. */
export type UpgradeKnown = Pick<ReleaseQuestion, 'bought' | 'isCommissioned' | 'hasWorked'> & {
  /** Licences activated under the certificate; null: no installation names it. */
  readonly activated: number | null;
  /** Whether the catalogue of products has the version that they lead to. */
  readonly isListed: boolean;
};

export interface UpgradeOrder {
  /** Number of the major version that it leads to. */
  readonly version: string;
  readonly quantity: number;
  /** Number or key of the licence; null: it has none. */
  readonly number: string | null;
  readonly known: UpgradeKnown;
}

/** Whether licences of this number stand, as numbers are compared. */
const stands = ({ upgradeLicences = [] }: SupportCertificate, number: string): boolean =>
  upgradeLicences.some(
    (one) =>
      one.revokedAt === undefined &&
      one.number !== null &&
      foldActNumber(one.number) === foldActNumber(number),
  );

/** Licences of the same major version that were issued before and stand. */
const issuedFor = ({ upgradeLicences = [] }: SupportCertificate, version: string): number =>
  upgradeLicences
    .filter((one) => one.revokedAt === undefined)
    .filter((one) => firstNumbers(one.version, 1) === firstNumbers(version, 1))
    .reduce((sum, { quantity }) => sum + quantity, 0);

const refuseOrder = (
  { version, quantity, number, known }: UpgradeOrder,
  certificate: SupportCertificate,
  clause: ClauseId,
): CertificateDecision<never> | null => {
  if (!isVersionNumber(version)) return refuse('version-unreadable', null, { number: version });
  const { bought } = known;
  if (bought !== null && compareVersions(firstNumbers(version, 1), firstNumbers(bought, 1)) <= 0)
    return refuse('upgrade-not-major', clause, { number: version, bought });
  if (!known.isListed) return refuse('upgrade-unknown-version', null, { number: version });
  if (number !== null && stands(certificate, number)) return refuse('upgrade-number-used', null, { number });
  if (!Number.isInteger(quantity) || quantity < 1) return refuse('quantity-needed');
  const most = known.activated ?? certificate.quantity;
  const issued = issuedFor(certificate, version);
  return most !== null && issued + quantity > most
    ? refuse('upgrade-over-quantity', clause, { mostLicences: most, issued })
    : null;
};

/**
 * Upgrade licences go with a major version and cost nothing (FL-ALL): while the rule of releases opens them, for as many licences as
 * are active, or as were bought where nothing on record says how many are. What isn't known speaks against nobody. The text is
 * silent on two things: a licence takes the place of one that was bought and adds none, so that a renewal still counts what is
 * activated (FL-RENEW); and a major version is opened by the certificate, whether a licence for it was issued yet or not.
 */
export const issueUpgradeLicence = (
  order: UpgradeOrder,
  certificate: SupportCertificate,
  { regulation, now }: CertificateWorld,
): CertificateDecision<UpgradeLicence> => {
  const { known, version, quantity, number } = order;
  const { packageId } = certificate;
  const answer = releaseAllowed(regulation, 'upgrade-licences', {
    packageId,
    state: stateAt(certificate, now),
    bought: known.bought,
    ...(known.isCommissioned === undefined ? {} : { isCommissioned: known.isCommissioned }),
    ...(known.hasWorked === undefined ? {} : { hasWorked: known.hasWorked }),
  });
  if (answer.outcome === 'refused')
    return refuse('upgrade-closed', answer.clause, { closed: describeRelease(answer) });
  return (
    refuseOrder(order, certificate, answer.clause) ?? {
      ok: true,
      value: { version, quantity, number, price: 0, clause: answer.clause, at: now },
    }
  );
};

/** Licences that stand may be taken back at any time, also once support is over: they were issued by mistake, or given back. */
export const revokedUpgrade = (
  { upgradeLicences = [] }: SupportCertificate,
  licence: number,
): CertificateDecision<UpgradeLicence> => {
  const found = upgradeLicences[licence];
  return found === undefined || found.revokedAt !== undefined
    ? refuse('no-such-upgrade')
    : { ok: true, value: found };
};

/** Whether the rule opens them at the moment, as far as the certificate alone can say. */
export const mayUpgrade = (
  certificate: SupportCertificate,
  regulation: CertificateWorld['regulation'],
  now: Instant,
): boolean =>
  releaseAllowed(regulation, 'upgrade-licences', {
    packageId: certificate.packageId,
    state: stateAt(certificate, now),
    bought: certificate.productVersion ?? null,
  }).outcome !== 'refused';
