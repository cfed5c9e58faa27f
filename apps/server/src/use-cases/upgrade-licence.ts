import type { CertificateCommandBody } from '@reglament/contract';
import {
  type CertificateCommand,
  compareVersions,
  isVersionNumber,
  type SupportCertificate,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { LockedCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import type { RegulationInForce } from './context.ts';
import { type ReleaseFacts, releaseFactsOf, releaseQuestionOf } from './release-facts.ts';
import { activatedOnRecord } from './renew-certificate.ts';

type Body = Extract<CertificateCommandBody, { readonly command: 'issue-upgrade' }>;

/** What was bought, else the earliest version still installed: others may have moved on already. null: not known. */
const upgradedFrom = (
  { productVersion = null }: SupportCertificate,
  { installed }: ReleaseFacts,
): string | null =>
  productVersion ?? installed.flatMap(({ number }) => number ?? []).toSorted(compareVersions)[0] ?? null;

/** Whether a product that the certificate is for has such a version, as versions are compared. */
const isListed = ({ products }: SupportCertificate, { catalogue }: ReleaseFacts, version: string): boolean =>
  isVersionNumber(version) &&
  catalogue.some(
    ({ name, versions }) =>
      (products === null || products.includes(name)) &&
      versions.some(({ number }) => compareVersions(number, version) === 0),
  );

/** An order of upgrade licences with what the records say of the product: version, commissioning, licences active. */
export const issueUpgradeOf = async (
  q: Queries,
  locked: LockedCertificate,
  inForce: RegulationInForce,
  { productVersion, quantity, number }: Body,
  now: Instant,
): Promise<CertificateCommand> => {
  const { deskId, certificate } = locked;
  const facts = await releaseFactsOf(q, deskId, certificate.certificateId, inForce, now);
  const { isCommissioned, hasWorked } = releaseQuestionOf(certificate, facts, facts.installed, now);
  return {
    type: 'IssueUpgradeLicence',
    version: productVersion.trim(),
    quantity,
    number: number === null ? null : number.trim(),
    known: {
      bought: upgradedFrom(certificate, facts),
      ...(isCommissioned === undefined ? {} : { isCommissioned }),
      ...(hasWorked === undefined ? {} : { hasWorked }),
      activated: await activatedOnRecord(q, locked, inForce),
      isListed: isListed(certificate, facts, productVersion.trim()),
    },
  };
};
