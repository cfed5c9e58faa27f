import type { Queries } from './database.ts';

const AT_ONCE = 1000;

/** Tables that name a contact, as the schema has them. */
const naming = async (q: Queries): Promise<readonly string[]> => {
  const rows = await q.query<{ name: string }>(
    'contact-naming',
    `select distinct conrelid::regclass::text as name from pg_constraint
     where contype = 'f' and confrelid = 'contact'::regclass order by 1`,
    [],
  );
  return rows.map(({ name }) => name);
};

const isNamed = (table: string): string =>
  `exists (select from ${table} n where n.desk_id = c.desk_id and n.contact_id = c.contact_id)`;

/**
 * Forgets addresses that somebody typed into a form and that nothing names any more: the form itself was forgotten before. Of an
 * hour's round a thousand; a contact that somebody is at waits for the next one.
 */
export const forgetContacts = async (q: Queries): Promise<void> => {
  const tables = await naming(q);
  await q.query(
    `contact-forget-${tables.length}`,
    `with gone as (
       select c.desk_id, c.contact_id from contact c
       where c.company_id is null and c.person_id is null and ${tables.map((table) => `not ${isNamed(table)}`).join(' and ')}
       limit ${AT_ONCE} for update skip locked
     ), unsearched as (
       insert into search_due (desk_id, kind, object_id) select desk_id, 'contact', contact_id from gone
     )
     delete from contact c using gone where c.desk_id = gone.desk_id and c.contact_id = gone.contact_id`,
    [],
  );
};
