import { isDeepStrictEqual } from 'node:util';
import { type DeskId, evolveInquiry, type Inquiry } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { inquiryColumns, inquiryRow } from '../store/inquiry-row.ts';
import { inquiryEntries, lockInquiryRow, type StoredInquiry } from '../store/queries/inquiry-rows.ts';
import { type Drift, stored } from './compare-journal.ts';

/** null: the events make no inquiry. */
const fold = (entries: Awaited<ReturnType<typeof inquiryEntries>>): Inquiry | null => {
  try {
    return entries.reduce<Inquiry | null>((state, { event }) => evolveInquiry(state, event), null);
  } catch {
    return null;
  }
};

const differences = async (q: Queries, deskId: DeskId, row: StoredInquiry): Promise<readonly string[]> => {
  const entries = await inquiryEntries(q, deskId, row.inquiryId);
  const inquiry = fold(entries);
  if (inquiry === null) return ['journal'];
  const told = inquiryRow(inquiry);
  const columns = inquiryColumns.filter(
    (column) => !isDeepStrictEqual(stored(column, told[column]), stored(column, row.columns[column])),
  );
  return entries.length === row.version && entries.at(-1)?.seq === row.version
    ? columns
    : ['version', ...columns];
};

/**
 * Folds an inquiry's journal and compares the result with its row; null when they agree. A difference is looked at again
 * under a lock: a command may have come in between.
 */
export const compareInquiry = async (
  q: Queries,
  deskId: DeskId,
  row: StoredInquiry,
): Promise<Drift | null> => {
  if ((await differences(q, deskId, row)).length === 0) return null;
  const locked = await lockInquiryRow(q, deskId, row.inquiryId);
  if (locked === null) return null;
  const columns = await differences(q, deskId, locked);
  return columns.length === 0 ? null : { deskId, of: 'inquiry', number: row.number, columns };
};
