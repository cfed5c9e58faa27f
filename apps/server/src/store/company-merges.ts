import { type CompanyId, type DeskId, EVENT_VERSION, type PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { TIME_ZONE_DATA_SQL } from './time-zone-data.ts';

/** One merge, or its undoing: everything named `from` becomes `to`'s. */
export interface CompanyMove {
  readonly deskId: DeskId;
  readonly mergeId: string;
  readonly from: CompanyId;
  readonly to: CompanyId;
  readonly at: Instant;
  readonly personId: PersonId;
}

/** A merge that holds, by the record that was merged away; null: there is none. */
export const mergeOf = async (
  q: Queries,
  deskId: DeskId,
  goneId: CompanyId,
): Promise<{ readonly mergeId: string; readonly keptId: CompanyId } | null> => {
  const [row] = await q.query<{ mergeId: string; keptId: CompanyId }>(
    'company-merge-find',
    `select merge_id as "mergeId", kept_id as "keptId" from company_merge where desk_id = $1 and gone_id = $2 and undone_at is null`,
    [deskId, goneId],
  );
  return row ?? null;
};

/** Streams whose state names the company: the move is an event of each, and the state of its row follows. */
const streams = [
  { kind: 'ticket', id: 'ticket_id', event: 'CompanyReplaced', version: EVENT_VERSION },
  { kind: 'certificate', id: 'certificate_id', event: 'CertificateMoved', version: 1 },
  { kind: 'inquiry', id: 'inquiry_id', event: 'InquiryMoved', version: 1 },
] as const;

const moveStream = (
  { kind, id, event, version }: (typeof streams)[number],
  which: string,
  keep: string,
): string => `
with moved as (
  update ${kind} t set company_id = $4::uuid, version = t.version + 1, body = jsonb_set(t.body, '{companyId}', to_jsonb($4::text))
  where t.desk_id = $1::uuid and t.company_id = $3::uuid ${which}
  returning t.${id} as object_id, t.version
), told as (
  insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, time_zone_data, type, version, body)
  select $1::uuid, '${kind}', object_id, version, $5::timestamptz, $6::uuid, ${TIME_ZONE_DATA_SQL}, '${event}', ${version},
    jsonb_build_object('companyId', $4::text, 'from', $3::text)
  from moved
)
${keep}`;

const keepMoved = (
  kind: string,
): string => `insert into company_merge_moved (desk_id, merge_id, kind, object_id)
  select $1::uuid, $2::uuid, '${kind}', object_id from moved`;

const ofMerge = (kind: string, column: string): string =>
  `and ${column} in (select m.object_id from company_merge_moved m where m.desk_id = $1::uuid and m.merge_id = $2::uuid and m.kind = '${kind}')`;

interface MovedTable {
  readonly name: string;
  readonly column: string;
  readonly key: string;
}

/**
 * Tables whose rows name a company and have no state or journal of their own: sites, standings, whatever else is kept of a company.
 * Asked of the schema, so that a table that comes later is not forgotten.
 */
const movedTables = (q: Queries): Promise<readonly MovedTable[]> =>
  q.query<MovedTable & Record<string, unknown>>(
    'company-merge-tables',
    `select quote_ident(t.relname) as name, quote_ident(f.attname) as "column", quote_ident(k.attname) as key
     from pg_constraint c
     join pg_class t on t.oid = c.conrelid
     join pg_attribute f on f.attrelid = t.oid and f.attnum = c.conkey[2]
     join pg_index x on x.indrelid = t.oid and x.indisprimary and x.indnkeyatts = 2
     join pg_attribute k on k.attrelid = t.oid and k.attnum = x.indkey[1] and k.atttypid = 'uuid'::regtype
     where c.contype = 'f' and c.confrelid = 'company'::regclass and array_length(c.conkey, 1) = 2
       and t.relname not in ('company', 'company_merge')
       and not exists (select from pg_attribute b where b.attrelid = t.oid and b.attname = 'body' and not b.attisdropped)
     order by t.relname`,
  );

/** The people: whether both records named one, and how, is kept so that undoing knows. */
const mergeContacts = async (q: Queries, m: CompanyMove): Promise<void> => {
  const ids = [m.deskId, m.mergeId, m.from, m.to];
  await q.query(
    'company-merge-speakers',
    `insert into company_merge_moved (desk_id, merge_id, kind, object_id, detail)
     select $1, $2, 'speaker', g.contact_id, jsonb_build_object('listed', g.listed, 'kept', k.listed, 'role', g.role, 'keptRole', k.role)
     from contact_of_company g left join contact_of_company k on k.desk_id = g.desk_id and k.contact_id = g.contact_id and k.company_id = $4
     where g.desk_id = $1 and g.company_id = $3`,
    ids,
  );
  await q.query(
    'company-merge-speak',
    `insert into contact_of_company (desk_id, contact_id, company_id, listed, role)
     select desk_id, contact_id, $3, listed, role from contact_of_company where desk_id = $1 and company_id = $2
     on conflict (desk_id, contact_id, company_id) do update set listed = contact_of_company.listed or excluded.listed,
       role = case when excluded.role = 'supervisor' then excluded.role else contact_of_company.role end`,
    [m.deskId, m.from, m.to],
  );
  await q.query(
    'company-merge-hush',
    'delete from contact_of_company where desk_id = $1 and company_id = $2',
    [m.deskId, m.from],
  );
};

const partContacts = async (q: Queries, m: CompanyMove): Promise<void> => {
  const ids = [m.deskId, m.mergeId, m.to];
  const speakers = `(select m.object_id, m.detail from company_merge_moved m where m.desk_id = $1 and m.merge_id = $2 and m.kind = 'speaker') s`;
  await q.query(
    'company-part-speak',
    `insert into contact_of_company (desk_id, contact_id, company_id, listed, role)
     select $1::uuid, s.object_id, $3::uuid, (s.detail ->> 'listed')::boolean, coalesce(s.detail ->> 'role', 'contact') from ${speakers}
     on conflict (desk_id, contact_id, company_id) do update set listed = excluded.listed, role = excluded.role`,
    ids,
  );
  await q.query(
    'company-part-hush',
    `delete from contact_of_company k using ${speakers} where k.desk_id = $1 and k.company_id = $3 and k.contact_id = s.object_id and s.detail ->> 'kept' is null`,
    [m.deskId, m.mergeId, m.from],
  );
  await q.query(
    'company-part-listed',
    `update contact_of_company k set listed = (s.detail ->> 'kept')::boolean, role = coalesce(s.detail ->> 'keptRole', k.role) from ${speakers}
     where k.desk_id = $1 and k.company_id = $3 and k.contact_id = s.object_id and s.detail ->> 'kept' is not null`,
    [m.deskId, m.mergeId, m.from],
  );
};

/** Everything of `from` becomes `to`'s, each thing on record. Both companies are locked by the caller. */
export const mergeInto = async (q: Queries, m: CompanyMove): Promise<void> => {
  await q.query(
    'company-merge-insert',
    'insert into company_merge (desk_id, merge_id, gone_id, kept_id, at, person_id) values ($1, $2, $3, $4, $5, $6)',
    [m.deskId, m.mergeId, m.from, m.to, toTimestamp(m.at), m.personId],
  );
  const all = [m.deskId, m.mergeId, m.from, m.to, toTimestamp(m.at), m.personId];
  for (const stream of streams)
    await q.query(`company-merge-${stream.kind}`, moveStream(stream, '', keepMoved(stream.kind)), all);
  await mergeContacts(q, m);
  for (const { name, column, key } of await movedTables(q))
    await q.query(
      `company-merge-rows-${name}`,
      `with moved as (update ${name} set ${column} = $4::uuid where desk_id = $1::uuid and ${column} = $3::uuid returning ${key} as object_id) ${keepMoved(name)}`,
      all.slice(0, 4),
    );
  await q.query(
    'company-merge-mark',
    'update company set merged_into = $3, version = version + 1 where desk_id = $1 and company_id = $2',
    [m.deskId, m.from, m.to],
  );
};

/** What a merge moved goes back, as far as it is still where the merge put it. */
export const partAgain = async (q: Queries, m: CompanyMove): Promise<void> => {
  // First: nothing may be given to a record that is merged away.
  await q.query(
    'company-part-mark',
    'update company set merged_into = null, version = version + 1 where desk_id = $1 and company_id = $2',
    [m.deskId, m.to],
  );
  const all = [m.deskId, m.mergeId, m.from, m.to, toTimestamp(m.at), m.personId];
  for (const stream of streams)
    await q.query(
      `company-part-${stream.kind}`,
      moveStream(stream, ofMerge(stream.kind, `t.${stream.id}`), 'select from moved'),
      all,
    );
  for (const { name, column, key } of await movedTables(q))
    await q.query(
      `company-part-rows-${name}`,
      `update ${name} set ${column} = $4::uuid where desk_id = $1::uuid and ${column} = $3::uuid ${ofMerge(name, key)}`,
      all.slice(0, 4),
    );
  await partContacts(q, m);
  // What was put under a certificate or on a site of the other record meanwhile names neither any more.
  await q.query(
    'company-part-foreign',
    `update instance i set version = i.version + 1,
       certificate_id = (select c.certificate_id from certificate c where c.desk_id = $1 and c.certificate_id = i.certificate_id and c.company_id = i.company_id),
       site_id = (select s.site_id from company_site s where s.desk_id = $1 and s.site_id = i.site_id and s.company_id = i.company_id)
     where i.desk_id = $1 and i.company_id = any(array[$2, $3]::uuid[])
       and (exists (select from certificate c where c.desk_id = $1 and c.certificate_id = i.certificate_id and c.company_id <> i.company_id)
         or exists (select from company_site s where s.desk_id = $1 and s.site_id = i.site_id and s.company_id <> i.company_id))`,
    [m.deskId, m.from, m.to],
  );
  await q.query(
    'company-merge-undone',
    'update company_merge set undone_at = $3, undone_by = $4 where desk_id = $1 and merge_id = $2',
    [m.deskId, m.mergeId, toTimestamp(m.at), m.personId],
  );
};
