import type { CertificateId, CompanyId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client, type QueryResultRow } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { deskIdOf } from '../testing/test-desk.ts';
import type { Queries } from './database.ts';
import { certificateUse } from './queries/certificate-use.ts';
import { certificatesPage } from './queries/certificates.ts';
import { companyInstances, instancesByKey, lapsedLicences } from './queries/instances.ts';
import { recordedUse } from './queries/recorded-use.ts';

const INSTANCES = 40_000;
const COMPANIES = 400;
/** Rows of a desk of 20,000 instances that a page of fifty may touch. */
const TOUCHED = 1000;

let opened: Opened;
let client: Client;
let deskId: DeskId;
let companyId: CompanyId;
let certificateId: CertificateId;
const now = Date.now() as Instant;
const today = new Date(now).toISOString().slice(0, 10);
const numbered = (first: string, n: string): string =>
  `('0000000${first}-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** Each company has a certificate for some fifty instances and runs fifty; one of forty runs more than it bought. */
const generate: readonly string[] = [
  `insert into company (desk_id, company_id, name) select $1::uuid, ${numbered('1', 'n')}, 'Company ' || n from generate_series(0, $2::int - 1) n`,
  `insert into certificate (desk_id, certificate_id, company_id, number, package_id, starts_at, ends_at, version, body)
   select $1::uuid, ${numbered('2', 'n')}, ${numbered('1', 'n')}, 'U-' || n, 'basic', now() - interval '1 month', now() + n * interval '1 hour', 1,
     jsonb_build_object('renewedBy', null, 'revokedAt', null, 'quantity', case when n % 40 = 0 then 5 else 100 end)
   from generate_series(0, $2::int - 1) n`,
  `insert into product (desk_id, product_id, name) values ($1::uuid, ${numbered('3', '0')}, 'Plans ' || $2::text)`,
  `insert into instance (desk_id, instance_id, company_id, product_id, installation_type, key, folded_key, certificate_id)
   select $1::uuid, ${numbered('4', 'n')}, ${numbered('1', 'n % $2::int')}, ${numbered('3', '0')}, 'server', 'K-' || n, 'K' || n, ${numbered('2', 'n % $2::int')}
   from generate_series(0, ${INSTANCES / 2 - 1}) n`,
  `insert into licence_agreement (desk_id, licence_agreement_id, company_id, number, from_date, until_date)
   select $1::uuid, ${numbered('5', 'n')}, ${numbered('1', 'n % $2::int')}, 'L-' || n, current_date - 1000, current_date - 500 + (n / $2::int) * 50
   from generate_series(0, 10 * $2::int - 1) n`,
];

beforeAll(async () => {
  opened = await openTestStore();
  client = new Client({ connectionString: opened.databaseUrl });
  await client.connect();
  await client.query("set reglament.every_desk = 'on'");
  for (const slug of ['centaur', 'alteroffice']) {
    deskId = deskIdOf(opened, slug);
    for (const statement of generate) await client.query(statement, [deskId, COMPANIES]);
  }
  await client.query('analyze');
  companyId = '00000001-0000-4000-8000-000000000007' as CompanyId;
  certificateId = '00000002-0000-4000-8000-000000000007' as CertificateId;
});
afterAll(async () => {
  await client.end();
  await opened.close();
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

const WATCHED: ReadonlySet<string | undefined> = new Set(['instance', 'certificate', 'licence_agreement']);

const rowsOf = (node: PlanNode): number =>
  (WATCHED.has(node['Relation Name'])
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0) + (node.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0);

/** Rows that a question reads, by the worse of a plan for its values and one for any; and what it answers. */
const touched = async (ask: (q: Queries) => Promise<readonly unknown[]>): Promise<[number, number]> => {
  let most = 0;
  await client.query('begin');
  await client.query(`set local reglament.every_desk = off; set local reglament.desk = '${deskId}'`);
  const answer = await ask({
    query: async <Row extends QueryResultRow>(
      _name: string,
      text: string,
      values: readonly unknown[] = [],
    ) => {
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await client.query(`set local plan_cache_mode = ${mode}`);
        const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
          `explain (analyze, timing off, format json) ${text}`,
          [...values],
        );
        for (const { Plan } of rows.flatMap((row) => row['QUERY PLAN'])) most = Math.max(most, rowsOf(Plan));
      }
      return (await client.query<Row>(text, [...values])).rows;
    },
  });
  await client.query('rollback');
  return [most, answer.length];
};

const over = (after: { readonly at: Instant; readonly certificateId: string } | null) => (q: Queries) =>
  certificatesPage(q, {
    deskId,
    list: 'over-instances',
    now,
    until: now,
    search: '',
    companyId: null,
    after,
    limit: 51,
  });
const byKey =
  (prefix: string, after: { readonly foldedKey: string; readonly instanceId: string } | null) =>
  (q: Queries) =>
    instancesByKey(q, deskId, { prefix, after, limit: 51 });

describe(`of ${INSTANCES} instances none is read in vain`, () => {
  it.each<readonly [string, number, (q: Queries) => Promise<readonly unknown[]>]>([
    ['over quantity', 10, over(null)],
    [
      'over quantity, later pages',
      7,
      over({ at: (now + 100 * 3_600_000) as Instant, certificateId: newId() }),
    ],
    ['by the beginning of a key', 51, byKey('K1', null)],
    ['by a whole key', 1, byKey('K19999', null)],
    [
      'by key, a later page',
      51,
      byKey('', { foldedKey: 'K15', instanceId: '00000004-0000-4000-8000-000000000015' }),
    ],
    ['of a company', 50, (q) => companyInstances(q, deskId, companyId, { after: null, limit: 51 })],
    [
      'of a company, a later page',
      49,
      (q) =>
        companyInstances(q, deskId, companyId, { after: '00000004-0000-4000-8000-000000000007', limit: 51 }),
    ],
    ['lapsed licences', 51, (q) => lapsedLicences(q, deskId, { today, after: null, limit: 51 })],
    [
      'lapsed licences, a later page',
      51,
      (q) => lapsedLicences(q, deskId, { today, after: { until: today, licenceId: newId() }, limit: 51 }),
    ],
    ['under a certificate', 1, async (q) => [await certificateUse(q, deskId, certificateId)]],
    [
      'for a decision',
      1,
      async (q) => [
        await recordedUse(q, {
          deskId,
          companyId,
          by: { types: true, licences: true, inUse: true },
          quotas: [{ certificateId, since: now }],
          ticketId: null,
          keys: ['K7'],
        }),
      ],
    ],
  ])('%s', async (_, found, ask) => {
    const [rows, answered] = await touched(ask);
    expect(answered).toBe(found);
    expect(rows).toBeLessThan(TOUCHED);
  });

  it('and a list without its index would be found out', async () => {
    await client.query('drop index instance_by_key');
    expect((await touched(byKey('K19999', null)))[0]).toBeGreaterThan(TOUCHED);
  });
});

describe('what is in use under certificates', () => {
  it('is what a count from scratch finds, after instances came by the thousand, moved and went', async () => {
    await client.query(
      `update instance set certificate_id = ${numbered('2', '(substr(key, 3)::int / 7) % 400')}, activated = substr(key, 3)::int % 5 where desk_id = $1`,
      [deskId],
    );
    await client.query(
      "update instance set removed_at = now() where desk_id = $1 and folded_key like 'K1%'",
      [deskId],
    );
    await client.query("delete from instance where desk_id = $1 and folded_key like 'K2%'", [deskId]);
    const { rows } = await client.query<{ wrong: string; all: string }>(
      `select count(*) filter (where c.instances_in_use <> coalesce(u.instances, 0) or c.licences_in_use <> coalesce(u.licences, 0)) as wrong, count(*) as all
       from certificate c left join (select certificate_id, count(*) as instances, sum(activated) as licences from instance
         where desk_id = $1 and removed_at is null group by certificate_id) u on u.certificate_id = c.certificate_id
       where c.desk_id = $1 and c.number like 'U-%'`,
      [deskId],
    );
    expect(rows).toEqual([{ wrong: '0', all: String(COMPANIES) }]);
  });
});
