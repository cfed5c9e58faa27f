import type { CertificateId, DeskId } from '@reglament/desk';
import { certificateColumns } from '../certificate-row.ts';
import type { Queries } from '../database.ts';

/** A certificate's row as it stands: state columns by their names, instants as milliseconds. */
export interface StoredCertificate {
  readonly certificateId: CertificateId;
  readonly number: string;
  readonly version: number;
  readonly columns: Readonly<Record<string, unknown>>;
}

interface Row extends Record<string, unknown> {
  readonly certificate_id: CertificateId;
  readonly number: string;
  readonly version: number;
}

const present = (row: Row): StoredCertificate => ({
  certificateId: row.certificate_id,
  number: row.number,
  version: row.version,
  columns: Object.fromEntries(certificateColumns.map((column) => [column, row[column]])),
});

const columns = ['certificate_id', 'version', ...certificateColumns].join(', ');

/** Rows of a desk in the order of their ids, after `afterId`; null: from the first. */
export const certificateRowsAfter = async (
  q: Queries,
  deskId: DeskId,
  afterId: CertificateId | null,
  limit: number,
): Promise<readonly StoredCertificate[]> =>
  (
    await q.query<Row>(
      'certificate-rows-after',
      `select ${columns} from certificate where desk_id = $1 and ($2::uuid is null or certificate_id > $2) order by certificate_id limit $3`,
      [deskId, afterId, limit],
    )
  ).map(present);

/** One row, locked so that no command moves it while its journal is read. */
export const lockCertificateRow = async (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
): Promise<StoredCertificate | null> => {
  const [row] = await q.query<Row>(
    'certificate-row-locked',
    `select ${columns} from certificate where desk_id = $1 and certificate_id = $2 for share`,
    [deskId, certificateId],
  );
  return row === undefined ? null : present(row);
};
