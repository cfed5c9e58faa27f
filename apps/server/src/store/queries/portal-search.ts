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
