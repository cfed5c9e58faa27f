import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { ownOf, type Seen } from './portal-tickets.ts';

/** Numbers of the newest tickets, at most `enough`, whose documents for customers answer to `wanted`, in the language of tsquery. */
export const portalNumbersWith = async (
  q: Queries,
  deskId: DeskId,
  { mark, wanted, enough }: { readonly mark: string; readonly wanted: string; readonly enough: number },
): Promise<readonly number[]> => {
  const rows = await q.query<{ number: number }>(
    'portal-search',
    `select f.number from search_documents('portal', $2, $3::tsquery,
       coalesce((select value from counter where desk_id = $1 and name = 'ticket'), 0)::bigint, $4) f`,
    [deskId, mark, wanted, enough],
  );
  return rows.map(({ number }) => number);
};

/** Documents whose words are gone through for half a word or a misspelled one: the newest. */
const OWN_DOCUMENTS = 500;
const PROPOSED = 24;

/** Whose documents for customers are meant: `whose` in the language of tsquery, `mark` before every word. */
export interface OwnDocuments {
  readonly mark: string;
  readonly whose: string;
}

/** Most of the words are left out before they are counted. */
const ownWordsThat = (condition: string): string => `own as materialized (
  select substr(w, length($2) + 1) as word, count(*) as documents
  from search_documents('portal', $2, $3::tsquery,
      coalesce((select value from counter where desk_id = $1 and name = 'ticket'), 0)::bigint, ${OWN_DOCUMENTS}) f
    join search_document d on d.desk_id = $1 and d.kind = 'portal' and d.object_id = f.object_id,
    unnest(tsvector_to_array(d.words)) w
  where ${condition}
  group by w)`;

const wordsOf = async (rows: Promise<readonly { readonly word: string }[]>): Promise<readonly string[]> =>
  (await rows).map(({ word }) => word);

/** Words of these documents that begin so, those of most of them first. What others say changes nothing. */
export const ownWordsBeginning = (
  q: Queries,
  deskId: DeskId,
  { mark, whose }: OwnDocuments,
  beginnings: readonly string[],
): Promise<readonly string[]> =>
  wordsOf(
    q.query<{ word: string }>(
      'portal-words-beginning',
      `with ${ownWordsThat('exists (select from unnest($4::text[]) b where starts_with(w, $2 || b))')}
       select word from own order by documents desc, word limit ${PROPOSED}`,
      [deskId, mark, whose, beginnings],
    ),
  );

/** Words of these documents that one of the cuts leads to. */
export const ownWordsSpelled = (
  q: Queries,
  deskId: DeskId,
  { mark, whose }: OwnDocuments,
  cuts: readonly string[],
): Promise<readonly string[]> =>
  wordsOf(
    q.query<{ word: string }>(
      'portal-words-spelled',
      `with ${ownWordsThat('w = any(array(select $2 || s.word from search_spelling s where s.desk_id = $1 and s.cut = any($4::text[])))')}
       select word from own order by documents desc, word limit 500`,
      [deskId, mark, whose, cuts],
    ),
  );

/** Tickets of each company, and of the contact, that are looked at for a part of a subject: the newest. */
const LOOKED_AT = 1000;
/** Most that a customer's words are split into. */
const MOST_PARTS = 8;

/** Words as they are compared letter by letter: ё is е, case does not count. */
const partsOf = (typed: string): readonly string[] =>
  typed
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);

/** Numbers of the newest tickets that a customer sees whose subjects have all parts of what was typed, in the middle of words too. */
export const portalNumbersNamed = async (
  q: Queries,
  deskId: DeskId,
  seen: Seen,
  typed: string,
): Promise<readonly number[]> => {
  const parts = partsOf(typed);
  if (parts.length === 0) return [];
  const newest = `order by t.registered_at desc limit ${LOOKED_AT}`;
  const rows = await q.query<{ number: number }>(
    'portal-search-parts',
    `select distinct x.number from (
       select s.* from unnest($3::uuid[]) as c(company_id) cross join lateral (
         select t.number, t.subject from ticket t where t.desk_id = $1 and t.company_id = c.company_id ${newest}) s
       union all
       (select t.number, t.subject from ticket t where t.desk_id = $1 and t.contact_id = ($2::uuid[])[1]
         and (t.company_id is null or t.company_id = any(($2::uuid[])[2:])) ${newest})
     ) x where not exists (select from unnest($4::text[]) p where strpos(translate(lower(x.subject), 'ё', 'е'), p) = 0)`,
    [deskId, ownOf(seen), seen.all, parts],
  );
  return rows.map(({ number }) => number);
};
