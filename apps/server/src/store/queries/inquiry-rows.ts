import type { DeskId, InquiryEvent, InquiryId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { inquiryColumns } from '../inquiry-row.ts';

/** An inquiry's row as it stands: state columns by their names. */
export interface StoredInquiry {
  readonly inquiryId: InquiryId;
  readonly number: number;
  readonly version: number;
  readonly columns: Readonly<Record<string, unknown>>;
}

interface Row extends Record<string, unknown> {
  readonly inquiry_id: InquiryId;
  readonly number: number;
  readonly version: number;
}

const present = (row: Row): StoredInquiry => ({
  inquiryId: row.inquiry_id,
  number: row.number,
  version: row.version,
  columns: Object.fromEntries(inquiryColumns.map((column) => [column, row[column]])),
});

const columns = ['inquiry_id', 'number', 'version', ...inquiryColumns].join(', ');

/** Rows of a desk in the order of their ids, after `afterId`; null: from the first. */
export const inquiryRowsAfter = async (
  q: Queries,
  deskId: DeskId,
  afterId: InquiryId | null,
  limit: number,
): Promise<readonly StoredInquiry[]> =>
  (
    await q.query<Row>(
      'inquiry-rows-after',
      `select ${columns} from inquiry where desk_id = $1 and ($2::uuid is null or inquiry_id > $2) order by inquiry_id limit $3`,
      [deskId, afterId, limit],
    )
  ).map(present);

/** One row, locked so that no command moves it while its journal is read. */
export const lockInquiryRow = async (
  q: Queries,
  deskId: DeskId,
  inquiryId: InquiryId,
): Promise<StoredInquiry | null> => {
  const [row] = await q.query<Row>(
    'inquiry-row-locked',
    `select ${columns} from inquiry where desk_id = $1 and inquiry_id = $2 for share`,
    [deskId, inquiryId],
  );
  return row === undefined ? null : present(row);
};

/** Everything that happened to an inquiry, in order. */
export const inquiryEntries = (
  q: Queries,
  deskId: DeskId,
  inquiryId: InquiryId,
): Promise<readonly { readonly seq: number; readonly event: InquiryEvent }[]> =>
  q.query<{ seq: number; event: InquiryEvent }>(
    'inquiry-entries',
    `select seq, body || jsonb_build_object('type', type) as event from journal
     where desk_id = $1 and stream_kind = 'inquiry' and stream_id = $2 order by seq`,
    [deskId, inquiryId],
  );
