import type { DeskId } from '@reglament/desk';
import type { Opened } from '../open.ts';
import { markOf } from '../text/search/document-words.ts';

/** Tickets that are known to the search alone: each has the word `often`, the first one `once`. */
export interface LaidDocuments {
  readonly deskId: DeskId;
  readonly first: number;
  readonly last: number;
}

type Word = 'often' | 'once';

const questionOf = (deskId: DeskId, words: readonly Word[]): string =>
  words.map((word) => `'${markOf(deskId, 'ticket')}zz${word}'`).join(' & ');

export const layOutDocuments = (opened: Opened, { deskId, first, last }: LaidDocuments): Promise<unknown> =>
  opened.context.db.inDesk(deskId, (q) =>
    q.query(
      'test-lay-out',
      `insert into search_document (desk_id, kind, object_id, number, words, is_cut)
       select $1::uuid, 'ticket', gen_random_uuid(), n, array_to_tsvector(
         array[$2 || 'zzoften', case when n = $3 then $2 || 'zzonce' else $2 || 'zzelse' end]
         || array(select $2 || '#' || shift || '.' || (n >> shift) from unnest(array[9, 12, 15, 18]) as shift)), false
       from generate_series($3::bigint, $4::bigint) as n`,
      [deskId, markOf(deskId, 'ticket'), first, last],
    ),
  );

export const clearDocuments = (opened: Opened, { deskId, first }: LaidDocuments): Promise<unknown> =>
  opened.context.db.inDesk(deskId, (q) =>
    q.query('test-clear', 'delete from search_document where desk_id = $1 and number >= $2', [deskId, first]),
  );

const ASK = `select number from search_documents('ticket', $1, $2::tsquery, $3, $4)`;

/** Numbers of the newest that have the words. */
export const numbersWith = async (
  opened: Opened,
  { deskId, last }: LaidDocuments,
  words: readonly Word[],
  enough: number,
): Promise<readonly number[]> => {
  const rows = await opened.context.db.inDesk(deskId, (q) =>
    q.query<{ number: number }>('test-numbers', ASK, [
      markOf(deskId, 'ticket'),
      questionOf(deskId, words),
      last,
      enough,
    ]),
  );
  return rows.map(({ number }) => number);
};

/** Pages of the database that are read for the five newest with the words, and those that all documents stand on. */
export const pagesRead = (
  opened: Opened,
  { deskId, last }: LaidDocuments,
  words: readonly Word[],
): Promise<{ readonly read: number; readonly all: number }> =>
  opened.context.db.inDesk(deskId, async (q) => {
    const explain = () =>
      q.query<{ 'QUERY PLAN': readonly { Plan: Record<string, number> }[] }>(
        'test-pages',
        `explain (analyze, buffers, format json) ${ASK}`,
        [markOf(deskId, 'ticket'), questionOf(deskId, words), last, 5],
      );
    // The first time reads the catalogue too.
    await explain();
    const [row] = await explain();
    const [size] = await q.query<{ pages: number }>(
      'test-size',
      `select (pg_relation_size('search_document') / current_setting('block_size')::int)::int as pages`,
    );
    const plan = row?.['QUERY PLAN'][0]?.Plan ?? {};
    const read = (plan['Shared Hit Blocks'] ?? NaN) + (plan['Shared Read Blocks'] ?? NaN);
    return { read, all: size?.pages ?? NaN };
  });
