import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { addCustomer, deskIdOf } from '../testing/test-desk.ts';
import type { Queries } from './database.ts';
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
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const touchedBy = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

/** Rows of `ticket` that a question reads, by the better and the worse of its plans. */
const rowsRead = async (ask: (q: Queries) => Promise<unknown>): Promise<number> => {
  let most = 0;
  const explain: Queries = {
    query: async (_: string, text: string, values: readonly unknown[] = []) => {
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await client.query(`set local plan_cache_mode = ${mode}`);
        const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
          `explain (analyze, timing off, format json) ${text}`,
          [...values],
        );
        const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap((plan) => nodesOf(plan.Plan)));
        const read = nodes.filter((node) => node['Relation Name'] === 'ticket').map(touchedBy);
        most = Math.max(
          most,
          read.reduce((sum, n) => sum + n, 0),
        );
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
  return most;
};

const LIMIT = 31;
/** Of the views: two branches, each with the rows of a page and their join; what is filtered on the way. */
const MOST: Readonly<Record<PortalView, number>> = { open: 200, waiting: 2000, closed: 250, all: 200 };

describe(`of ${TICKETS} tickets a customer's page reads its own`, () => {
  const seen = () => ({ contactId, own: [large], all: [large] });
  const later = { registeredAt: (Date.now() - 40 * 86_400_000) as Instant, number: 9_000 };

  it.each(['open', 'waiting', 'closed', 'all'] as const)('%s, first and later pages', async (view) => {
    for (const after of [null, later]) {
      const read = await rowsRead((q) =>
        portalTickets(q, deskId, { seen: seen(), view, search: '', after, limit: LIMIT }),
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
          portalTickets(q, deskId, { seen: own, view, search: '', after: null, limit: LIMIT }),
        ),
      ).toBeLessThan(MOST[view]);
  });

  it('counts up to a hundred and no further', async () => {
    expect(await rowsRead((q) => countPortalTickets(q, deskId, seen()))).toBeLessThan(3500);
    const counts = await opened.context.db.inDesk(deskId, (q) => countPortalTickets(q, deskId, seen()));
    expect(counts).toEqual({ open: 100, waiting: 100 });
  });

  it('somebody of another company sees none of it', async () => {
    const stranger = { contactId: newId() as ContactId, own: [], all: [] };
    const page = { seen: stranger, view: 'all', search: '', after: null, limit: LIMIT } as const;
    expect(await opened.context.db.inDesk(deskId, (q) => portalTickets(q, deskId, page))).toEqual([]);
  });
});
