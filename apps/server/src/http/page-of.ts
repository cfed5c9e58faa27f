import { writeCursor } from './cursor.ts';

/**
 * A page of a list out of rows that were read one beyond it: the row too many says that there is more.
 *
 * @param key of a row: what the next page goes on after.
 */
export const pageOf = <Row>(
  rows: readonly Row[],
  { secret, list, limit }: { readonly secret: Buffer; readonly list: string; readonly limit: number },
  key: (row: Row) => readonly (string | number)[],
): { readonly page: readonly Row[]; readonly next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    page,
    next: rows.length > limit && last !== undefined ? writeCursor(secret, list, key(last)) : null,
  };
};
