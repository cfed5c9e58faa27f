import type { DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/**
 * What people call the things of a desk that its audit log names by id. One's own templates and views are nobody else's business, and
 * of a webhook the host: its address may hold a secret. Of people those alone who work here, or did something here once: an id that
 * somebody made up tells nothing of anybody else.
 */
export const namedThings = `
  select company_id as id, name from company where desk_id = $1
  union all select contact_id, coalesce(nullif(name, ''), email, phone) from contact where desk_id = $1
  union all select product_id, name from product where desk_id = $1
  union all select product_version_id, number from product_version where desk_id = $1
  union all select licence_agreement_id, number from licence_agreement where desk_id = $1
  union all select instance_id, key from instance where desk_id = $1 and key is not null
  union all select certificate_id, number from certificate where desk_id = $1
  union all select tag_id, name from tag where desk_id = $1
  union all select template_id, name from reply_template where desk_id = $1 and owner_id is null
  union all select view_id, name from saved_view where desk_id = $1 and owner_id is null
  union all select webhook_id, substring(url from '^https?://([^/?#]+)') from webhook where desk_id = $1
  union all select key_id, name from api_key where desk_id = $1
  union all select way_in_id, email from way_in where desk_id = $1 and kind = 'invitation'
  union all select call_id, phone from missed_call where desk_id = $1 and phone <> ''
  union all select p.id, p.name from person p
    where exists (select from staff s where s.desk_id = $1 and s.person_id = p.id)
      or exists (select from desk_audit d where d.desk_id = $1 and d.person_id = p.id and d.outcome = 'done')`;

/** The names of these things by id; what is gone or was never there is missing. */
export const namesOf = async (
  q: Queries,
  deskId: DeskId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await q.query<{ id: string; name: string }>(
    'named-things',
    `select t.id, t.name from (${namedThings}) t where t.id = any($2::uuid[])`,
    [deskId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};
