import { isDeepStrictEqual } from 'node:util';
import { type DeskId, evolveCertificate, type SupportCertificate } from '@reglament/desk';
import { certificateColumns, certificateRow } from '../store/certificate-row.ts';
import type { Queries } from '../store/database.ts';
import { lockCertificateRow, type StoredCertificate } from '../store/queries/certificate-rows.ts';
import { type CertificateEntry, certificateEntries } from '../store/queries/certificates.ts';
import { type Drift, stored } from './compare-journal.ts';

/** null: the events make no certificate. */
const fold = (entries: readonly CertificateEntry[]): SupportCertificate | null => {
  try {
    return entries.reduce<SupportCertificate | null>(
      (state, { event }) => evolveCertificate(state, event),
      null,
    );
  } catch {
    return null;
  }
};

const differences = async (
  q: Queries,
  deskId: DeskId,
  row: StoredCertificate,
): Promise<readonly string[]> => {
  const entries = await certificateEntries(q, deskId, row.certificateId, 0);
  const certificate = fold(entries);
  if (certificate === null) return ['journal'];
  const told = certificateRow(certificate);
  const columns = certificateColumns.filter(
    (column) => !isDeepStrictEqual(stored(column, told[column]), stored(column, row.columns[column])),
  );
  return entries.length === row.version && entries.at(-1)?.seq === row.version
    ? columns
    : ['version', ...columns];
};

/**
 * Folds a certificate's journal and compares the result with its row; null when they agree. A difference is looked at again
 * under a lock: a command may have come in between.
 */
export const compareCertificate = async (
  q: Queries,
  deskId: DeskId,
  row: StoredCertificate,
): Promise<Drift | null> => {
  if ((await differences(q, deskId, row)).length === 0) return null;
  const locked = await lockCertificateRow(q, deskId, row.certificateId);
  if (locked === null) return null;
  const columns = await differences(q, deskId, locked);
  return columns.length === 0 ? null : { deskId, of: 'certificate', number: row.number, columns };
};
