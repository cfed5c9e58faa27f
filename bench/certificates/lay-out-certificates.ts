import type { Client } from 'pg';

/** Certificates a company: what it holds, and what it held before. */
export const OF_COMPANY = 5;

const columnsOf = async (client: Client, table: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows.map(({ name }) => name);
};

const copied = (columns: readonly string[], own: Readonly<Record<string, string>>): string =>
  columns.map((column) => own[column] ?? `p.${column}`).join(', ');

const idOf = (kind: string, n: string): string =>
  `('019b' || overlay(lpad(to_hex(${n}), 8, '0') placing '-' from 5 for 0) || '-7000-8${kind}-' || substr(md5((${n})::text || '${kind}'), 1, 12))::uuid`;

const COMPANY = idOf('001', 'o.n');
const CERTIFICATE = idOf('003', `o.n * ${OF_COMPANY} + o.k`);

/** The address of the person who writes for a company. */
export const addressOf = (company: number): string => `holder-${company}@bench.example`;

/**
 * Companies like the template's, one person and five certificates each: the last in force, the others over one after another, a year each;
 * the template is one that the product brought in, with its journal.
 */
export const layOutCertificates = async (
  client: Client,
  template: { readonly certificateId: string; readonly companyId: string; readonly contactId: string },
  companies: number,
): Promise<void> => {
  const numbers = `(select n, 0 as k from generate_series(1, ${companies}) n) o`;
  const each = `(select n, k from generate_series(1, ${companies}) n, generate_series(0, ${OF_COMPANY - 1}) k) o`;
  const one = async (table: string, from: string, where: string, own: Readonly<Record<string, string>>) => {
    const columns = await columnsOf(client, table);
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${copied(columns, own)} from ${from} cross join (select * from ${table} where ${where}) p`,
    );
  };
  await client.query('set session_replication_role = replica');
  await one('company', numbers, `company_id = '${template.companyId}'`, {
    company_id: COMPANY,
    name: `'Компания ' || o.n`,
  });
  await one('contact', numbers, `contact_id = '${template.contactId}'`, {
    company_id: COMPANY,
    contact_id: idOf('002', 'o.n'),
    email: `'holder-' || o.n || '@bench.example'`,
  });
  const years = `make_interval(days => 365 * (${OF_COMPANY - 1} - o.k))`;
  const ms = (column: string): string => `floor(extract(epoch from p.${column} - ${years}) * 1000)::bigint`;
  await one('certificate', each, `certificate_id = '${template.certificateId}'`, {
    company_id: COMPANY,
    certificate_id: CERTIFICATE,
    number: `'B-' || o.n || '-' || o.k`,
    starts_at: `p.starts_at - ${years}`,
    ends_at: `p.ends_at - ${years}`,
    next_turn_at: `case when o.k = ${OF_COMPANY - 1} then p.next_turn_at end`,
    body: `p.body || jsonb_build_object('certificateId', ${CERTIFICATE}, 'companyId', ${COMPANY}, 'number', 'B-' || o.n || '-' || o.k,
      'startsAt', ${ms('starts_at')}, 'endsAt', ${ms('ends_at')}, 'told', case when o.k = ${OF_COMPANY - 1} then '["began"]'::jsonb else '["began", "ended"]'::jsonb end)`,
  });
  await one('journal', each, `stream_id = '${template.certificateId}'`, { stream_id: CERTIFICATE });
  await client.query('set session_replication_role = origin');
  for (const table of ['company', 'contact', 'certificate', 'journal'])
    await client.query(`vacuum analyze ${table}`);
};
