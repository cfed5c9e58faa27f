import type { CertificateCommandBody } from '@reglament/contract';
import type { CertificateCommand } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { LockedCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import type { RegulationInForce } from './context.ts';
import { releaseFactsOf, releaseQuestionOf } from './release-facts.ts';
import { activatedOnRecord } from './renew-certificate.ts';

type Body = Extract<CertificateCommandBody, { readonly command: 'issue-upgrade' }>;

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
  const { bought, isCommissioned, hasWorked } = releaseQuestionOf(certificate, facts, facts.installed, now);
  return {
    type: 'IssueUpgradeLicence',
    version: productVersion.trim(),
    quantity,
    number: number === null ? null : number.trim(),
    known: {
      bought,
      ...(isCommissioned === undefined ? {} : { isCommissioned }),
      ...(hasWorked === undefined ? {} : { hasWorked }),
      activated: await activatedOnRecord(q, locked, inForce),
    },
  };
};
