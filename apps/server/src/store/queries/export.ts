import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { exportSources, type ExportTable } from './export-sources.ts';

type Cell = string | number | boolean | null;

/** A row with the key that the next page begins after. */
export type ExportRow = Readonly<Record<string, Cell>> & { readonly pageKey: string };

export const exportColumns = (table: ExportTable): readonly string[] => exportSources[table].columns;

/** Rows of one table of a desk after a key, in the order of their making. */
export const exportPage = (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly table: ExportTable;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly ExportRow[]> => {
  const { deskId, table, after, limit } = input;
  return after === null
    ? q.query<ExportRow & Record<string, unknown>>(`export-${table}-first`, exportSources[table].first, [
        deskId,
        limit,
      ])
    : q.query<ExportRow & Record<string, unknown>>(`export-${table}-next`, exportSources[table].next, [
        deskId,
        limit,
        after,
      ]);
};
