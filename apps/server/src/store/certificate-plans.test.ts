import type { CertificateId, CompanyId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client, type QueryResultRow } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../open.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { addCustomer, deskIdOf } from '../testing/test-desk.ts';
import type { Queries } from './database.ts';
import {
  actUsedFor,
  type CertificateList,
  certificatePageRow,
  certificatesPage,
  type CertificatesAsked,
} from './queries/certificates.ts';
import { forgetOverQuantity, takeOverQuantity } from './over-quantity.ts';
import { certificateNumbers, heldCertificates, isKeyTaken } from './queries/support-page.ts';

const CERTIFICATES = 20_000;
/** Rows of a desk of 10,000 that a page of fifty may touch. */
const TOUCHED = 1500;

let opened: Opened;
let client: Client;
let deskId: DeskId;
let companyId: CompanyId;
let certificateId: CertificateId;
const now = Date.now() as Instant;

/** Sold over eight years, a day apart by the dozen; one in a hundred waits to begin, three in four of the old ones were renewed. */
const generate = `
insert into certificate (desk_id, certificate_id, company_id, number, package_id, starts_at, ends_at, version, body)
select $1::uuid, gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid, 'N-' || n, '8x5', s, s + interval '1 year', 1,
  jsonb_build_object('renewedBy', case when s + interval '1 year' < now() and n % 4 > 0 then to_jsonb(gen_random_uuid()::text) else 'null'::jsonb end,
    'revokedAt', null, 'people', '{}'::jsonb, 'loyaltyFrom', case when n % 5 = 0 then extract(epoch from s + interval '1 year') * 1000 end,
    'loyaltyUntil', extract(epoch from s + interval '15 months') * 1000)
from generate_series(1, $2::int) n, lateral (select now() - n * interval '3 hours' + interval '2 months' as s) a`;

const companies = `
insert into company (desk_id, company_id, name)
select $1::uuid, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, $2::text || ' many ' || n from generate_series(0, 499) n`;

beforeAll(async () => {
  opened = await openTestStore();
  client = new Client({ connectionString: opened.databaseUrl });
  await client.connect();
  await client.query("set reglament.every_desk = 'on'");
  for (const slug of ['centaur', 'flat']) {
    deskId = deskIdOf(opened, slug);
    await client.query(companies, [deskId, slug]);
    await client.query(generate, [deskId, CERTIFICATES / 2]);
    ({ companyId } = await addCustomer(opened, slug, {
      company: `${slug} few`,
      email: `few@${slug}.example`,
      name: 'x',
      packageId: slug === 'flat' ? '8x5' : 'basic',
    }));
  }
  await client.query('analyze');
  const { rows } = await client.query<{ certificate_id: CertificateId }>(
    "select certificate_id from certificate where desk_id = $1 and number = 'N-777'",
    [deskId],
  );
  certificateId = rows[0]?.certificate_id as CertificateId;
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

const rowsOf = (node: PlanNode): number =>
  (node['Relation Name'] === 'certificate'
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0) + (node.Plans ?? []).reduce((sum, one) => sum + rowsOf(one), 0);

/** Rows of certificates that a question reads, by the worse of a plan for its values and one for any. */
const touched = async (ask: (q: Queries) => Promise<unknown>): Promise<number> => {
  let most = 0;
  await client.query('begin');
  await client.query(`set local reglament.every_desk = off; set local reglament.desk = '${deskId}'`);
  await ask({
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
  return most;
};

const DAY = 86_400_000;
const asked = (changes: Partial<CertificatesAsked>): CertificatesAsked => ({
  deskId,
  list: 'all',
  now,
  until: (now + 30 * DAY) as Instant,
  search: '',
  companyId: null,
  after: null,
  limit: 51,
  ...changes,
});
const lists: readonly CertificateList[] = ['all', 'expiring', 'loyalty', 'ended', 'not-begun'];

describe(`of ${CERTIFICATES} certificates none is read in vain`, () => {
  it.each(lists)('by the list %s, first page and later ones', async (list) => {
    const pages: number[] = [];
    const first = async (q: Queries) => {
      const rows = await certificatesPage(q, asked({ list }));
      pages.push(rows.length);
    };
    expect(await touched(first)).toBeLessThan(TOUCHED);
    expect(pages[0]).toBeGreaterThan(30);
    const after = { at: (now + DAY) as Instant, certificateId };
    expect(await touched((q) => certificatesPage(q, asked({ list, after })))).toBeLessThan(TOUCHED);
  });

  it.each<readonly [string, (q: Queries) => Promise<unknown>]>([
    ['a number', (q) => certificatesPage(q, asked({ search: 'n-777' }))],
    ['a company with few', (q) => certificatesPage(q, asked({ search: 'flat few' }))],
    ['a company', (q) => certificatesPage(q, asked({ companyId }))],
    ['a certificate’s page', (q) => certificatePageRow(q, deskId, certificateId)],
    ['an act', (q) => actUsedFor(q, deskId, 'N-777')],
    ['somebody’s own page', (q) => heldCertificates(q, deskId, [companyId, companyId])],
    ['the number of a form', (q) => isKeyTaken(q, deskId, 'N777')],
    ['those that went over their quantity', (q) => takeOverQuantity(q, deskId, 'licences', now)],
    ['those that came back within it', (q) => forgetOverQuantity(q, deskId, 'licences')],
    ['numbers of others', (q) => certificateNumbers(q, deskId, [certificateId])],
  ])('by looking for %s', async (_, ask) => {
    expect(await touched(ask)).toBeLessThan(TOUCHED);
  });

  it('and a list without its index would be found out', async () => {
    await client.query('drop index certificate_loyal');
    expect(await touched((q) => certificatesPage(q, asked({ list: 'loyalty' })))).toBeGreaterThan(TOUCHED);
  });
});
