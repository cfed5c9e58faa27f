import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { asQueryOf } from '../text/search/asked-words.ts';
import { markOf } from '../text/search/document-words.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { addCustomer, deskIdOf } from '../testing/test-desk.ts';
import type { Queries } from './database.ts';
import { portalNumbersNamed, portalNumbersWith } from './queries/portal-search.ts';
import { countPortalTickets, type PortalView, portalTickets } from './queries/portal-tickets.ts';

const TICKETS = 100_000;

let opened: Opened;
let client: Client;
let deskId: DeskId;
let contactId: ContactId;
/** One company in five tickets is this one's: nine tenths of them are over. */
let large: CompanyId;

/** Tickets of a large customer, of a hundred small ones, and of nobody known. */
const generate = `
insert into ticket (desk_id, ticket_id, number, version, body, subject, state, coverage, channel, priority_rank, contact_id, company_id, regulation_version_id, received_at, registered_at, closed_at, due_at, last_message_at, last_message_from, first_work)
select $1::uuid, gen_random_uuid(), n, 3, '{"proposal": null}', 'Тема ' || n, case when n % 100 = 0 then 'new' when n % 100 = 5 then 'resolved' else 'closed' end,
  'covered', 'email', 1, case when n % 40 = 0 then $2::uuid else $3::uuid end, case when n % 5 = 0 then $4::uuid else c.company_id end, $5, at, at, case when n % 100 not in (0, 5) then at + interval '1 day' end, at + interval '4 hours', at, 'customer', '{}'
from generate_series(1, $6::int) n, lateral (select now() - n * interval '5 minutes' as at) a,
  lateral (select company_id from company where desk_id = $1 and folded_name = 'малая ' || (n % 100)) c`;

beforeAll(async () => {
  opened = await openTestStore();
  client = new Client({ connectionString: opened.databaseUrl });
  await client.connect();
  await client.query("set reglament.every_desk = 'on'");
  deskId = deskIdOf(opened, 'centaur');
  const customer = (name: string) =>
    addCustomer(opened, 'centaur', { company: name, email: `${name}@x.example`, name, packageId: null });
  ({ companyId: large, contactId } = await customer('large'));
  const other = await customer('other');
  await client.query(
    `insert into company (desk_id, company_id, name, folded_name) select $1::uuid, gen_random_uuid(), 'Малая ' || n, 'малая ' || n from generate_series(0, 99) n`,
    [deskId],
  );
  const { regulationVersionId } = await opened.context.regulations.inForce(deskId, opened.context.now());
  await client.query(generate, [deskId, contactId, other.contactId, large, regulationVersionId, TICKETS]);
  await client.query('analyze');
});

afterAll(async () => {
  await client.end();
  await opened.close();
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const touchedBy = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

/** The plans of what a question asks, the better and the worse of each, as they were gone through. */
const plansOf = async (ask: (q: Queries) => Promise<unknown>): Promise<readonly PlanNode[]> => {
  const plans: PlanNode[] = [];
  const explain: Queries = {
    query: async (_: string, text: string, values: readonly unknown[] = []) => {
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await client.query(`set local plan_cache_mode = ${mode}`);
        const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
          `explain (analyze, buffers, timing off, format json) ${text}`,
          [...values],
        );
        plans.push(...rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan)));
      }
      return [];
    },
  };
  await client.query('begin');
  await client.query('set local reglament.every_desk = off');
  await client.query(`set local reglament.desk = '${deskId}'`);
  // What the store does with no rows at all is not the question here.
  await ask(explain).catch(() => undefined);
  await client.query('rollback');
  return plans;
};

/** Rows of `ticket` that a question reads, by the better and the worse of its plans. */
const rowsRead = async (ask: (q: Queries) => Promise<unknown>): Promise<number> => {
  const read = (await plansOf(ask)).map((plan) =>
    nodesOf(plan)
      .filter((node) => node['Relation Name'] === 'ticket')
      .reduce((sum, node) => sum + touchedBy(node), 0),
  );
  return Math.max(0, ...read);
};

const LIMIT = 31;
/** Of the views: two branches, each with the rows of a page and their join; what is filtered on the way. The open ones twice. */
const MOST: Readonly<Record<PortalView, number>> = { open: 400, waiting: 200, closed: 250, all: 200 };

describe(`of ${TICKETS} tickets a customer's page reads its own`, () => {
  const seen = () => ({ contactId, own: [large], all: [large] });
  const later = { waits: true, registeredAt: (Date.now() - 40 * 86_400_000) as Instant, number: 9_000 };

  it.each(['open', 'waiting', 'closed', 'all'] as const)('%s, first and later pages', async (view) => {
    for (const after of [null, later, { ...later, waits: false }]) {
      const read = await rowsRead((q) =>
        portalTickets(q, deskId, { seen: seen(), view, found: null, after, limit: LIMIT }),
      );
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(MOST[view]);
    }
  });

  it('of a contact who sees their own only', async () => {
    const own = { contactId, own: [large], all: [] };
    for (const view of ['open', 'all'] as const)
      expect(
        await rowsRead((q) =>
          portalTickets(q, deskId, { seen: own, view, found: null, after: null, limit: LIMIT }),
        ),
      ).toBeLessThan(MOST[view]);
  });

  it('counts up to a hundred and no further', async () => {
    expect(await rowsRead((q) => countPortalTickets(q, deskId, seen()))).toBeLessThan(800);
    const counts = await opened.context.db.inDesk(deskId, (q) => countPortalTickets(q, deskId, seen()));
    expect(counts).toEqual({ open: 100, waiting: 100 });
  });

  it('of what was found, however much it is, each ticket once', async () => {
    const found = Array.from({ length: 2000 }, (_, index) => index * 5);
    const page = { seen: seen(), view: 'all', found, after: null, limit: LIMIT } as const;
    expect(await rowsRead((q) => portalTickets(q, deskId, page))).toBeLessThan(2500);
  });

  it('a part of a subject is looked for among the newest', async () => {
    const read = await rowsRead((q) => portalNumbersNamed(q, deskId, seen(), 'нет такой'));
    expect(read).toBeGreaterThan(900);
    expect(read).toBeLessThan(2500);
  });

  it('somebody of another company sees none of it', async () => {
    const stranger = { contactId: newId() as ContactId, own: [], all: [] };
    const page = { seen: stranger, view: 'all', found: null, after: null, limit: LIMIT } as const;
    expect(await opened.context.db.inDesk(deskId, (q) => portalTickets(q, deskId, page))).toEqual([]);
  });
});

describe('a question of a customer among words that everybody uses', () => {
  const mark = () => markOf(deskId, 'portal');
  /** One ticket in a hundred is theirs; all say the same. */
  const DOCUMENTS = 10_000;

  beforeAll(async () => {
    await client.query(
      `insert into search_document (desk_id, kind, object_id, number, words, is_cut)
       select $1, 'portal', t.ticket_id, t.number, array_to_tsvector(array[$2 || 'zzoften', $2 || '@p' || t.contact_id, $2 || '@o' || t.company_id]
         || array(select $2 || 'zz' || t.number % 97 || n from generate_series(1, 20) n)), false
       from ticket t where t.desk_id = $1 and t.number <= $3`,
      [deskId, mark(), DOCUMENTS],
    );
    await client.query('analyze search_document');
  });

  it('reads pages of their own documents, not of all', async () => {
    const { rows } = await client.query<{ company_id: CompanyId; pages: number }>(
      `select company_id, (pg_relation_size('search_document') / current_setting('block_size')::int)::int as pages from company where desk_id = $1 and folded_name = 'малая 3'`,
      [deskId],
    );
    const [{ company_id: small, pages } = { company_id: large, pages: 0 }] = rows;
    const sight = asQueryOf(mark(), { contactId: newId(), all: [small] });
    const wanted = `('${mark()}zzoften')&(${sight})`;
    const found = await opened.context.db.inDesk(deskId, (q) =>
      portalNumbersWith(q, deskId, { mark: mark(), wanted, enough: 2000 }),
    );
    expect(found).toHaveLength(DOCUMENTS / 100);
    expect(found.every((number) => number % 100 === 3)).toBe(true);
    const asked = (q: Queries) => portalNumbersWith(q, deskId, { mark: mark(), wanted, enough: 2000 });
    // The first time reads the catalogue too.
    await plansOf(asked);
    const read = (await plansOf(asked)).map(
      (plan) => (plan['Shared Hit Blocks'] ?? NaN) + (plan['Shared Read Blocks'] ?? NaN),
    );
    expect(pages).toBeGreaterThan(400);
    expect(Math.max(...read)).toBeLessThan(found.length + 100);
  });
});
