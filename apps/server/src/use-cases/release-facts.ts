import {
  type CertificateId,
  compareVersions,
  type DeskId,
  type ReleaseQuestion,
  stateAt,
  type SupportCertificate,
} from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { installedUnder, type InstalledRow, isCommissioned } from '../store/queries/installed-under.ts';
import { catalogueRows, type CatalogueRow } from '../store/queries/products.ts';
import type { RegulationInForce } from './context.ts';

/** What decides which releases a certificate opens, beside the certificate itself. */
export interface ReleaseFacts {
  readonly catalogue: readonly CatalogueRow[];
  readonly installed: readonly InstalledRow[];
  /** By the dates of the certificate, or of one that it goes on from. */
  readonly isCommissioned: boolean;
}

/** Reads what the releases of a certificate are judged by. */
export const releaseFactsOf = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  { regulation }: RegulationInForce,
  now: Instant,
): Promise<ReleaseFacts> =>
  regulation.releases.length === 0
    ? { catalogue: [], installed: [], isCommissioned: false }
    : {
        catalogue: await catalogueRows(q, deskId),
        installed: await installedUnder(q, deskId, certificateId, localDateOf(regulation.zone, now)),
        isCommissioned: await isCommissioned(q, deskId, certificateId),
      };

/** The certificate's own word, else the latest version that is installed under it; null: not known. */
const boughtOf = (
  { productVersion = null }: SupportCertificate,
  installed: readonly InstalledRow[],
): string | null =>
  productVersion ??
  installed
    .flatMap(({ number }) => number ?? [])
    .toSorted(compareVersions)
    .at(-1) ??
  null;

/** What is asked for one product's releases, or for those of all products together. */
export const releaseQuestionOf = (
  certificate: SupportCertificate,
  { isCommissioned }: ReleaseFacts,
  installed: readonly InstalledRow[],
  now: Instant,
): ReleaseQuestion => ({
  packageId: certificate.packageId,
  state: stateAt(certificate, now),
  bought: boughtOf(certificate, installed),
  // Where nothing is on record, nothing was commissioned: recording it is the way on.
  isCommissioned: isCommissioned || installed.some((one) => one.isCommissioned),
  ...(installed.length === 0 ? {} : { hasWorked: installed.some(({ hasWorked }) => hasWorked) }),
});
