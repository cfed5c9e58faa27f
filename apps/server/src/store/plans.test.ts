import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client, type QueryResultRow } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { eventually } from '../testing/start-test-server.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';
import { claimDueAlarms, findDueAlarms, nextAlarmAt } from './alarms.ts';
import { contactByEmail } from './contacts.ts';
import type { Queries } from './database.ts';
import { claimWaitingLetters } from './letters.ts';
import { claimOutbox } from './outbox.ts';
import { contactsByPhoneEnd } from './queries/callers.ts';
import { countFiltered } from './queries/count-filtered.ts';
import { companiesPage, companyPageRow } from './queries/companies.ts';
import { keptResponse } from './queries/idempotency.ts';
import { eventsSince } from './queries/journal.ts';
import { lettersPage } from './queries/letters.ts';
import { waitingMissedCalls } from './queries/missed-calls.ts';
import { notificationsOf } from './queries/notifications.ts';
import { noFilter } from './queries/queue-filter.ts';
import { queueCounts, queuePage, type View } from './queries/queue.ts';
import { ticketPageRow } from './queries/ticket-page.ts';
import { ticketRowsAfter } from './queries/ticket-rows.ts';
import { ticketByNumber, ticketOfSentLetter } from './queries/tickets.ts';

const TICKETS = 20_000;

let opened: Opened;
let client: Client;
let deskId: DeskId;
let personId: PersonId;
let someCompany: string;
let someTicket: { readonly ticketId: TicketId; readonly number: number };

/** Tickets of two desks, most of them closed, as after a year. */
const generate = `
insert into ticket (desk_id, ticket_id, number, version, body, subject, state, coverage, channel, priority_rank, contact_id, company_id, assignee_id, regulation_version_id, received_at, registered_at, closed_at, due_at, last_message_at, last_message_from, line_id, first_work)
select $1::uuid, gen_random_uuid(), n, 3, '{}', 'Тема ' || n,
  case when n % 10 > 2 then 'closed' when n % 50 = 1 then 'not-entitled' when n % 50 = 2 then 'resolved' else (array['new', 'in-progress', 'waiting-for-customer'])[1 + n % 3] end,
  'covered', 'email', 1 + n % 4, $2, case when n % 100 = 0 then null else $3::uuid end, case when n % 7 = 0 then $4::uuid end, $5, at, at, case when n % 10 > 2 then at + interval '1 day' end, at + interval '4 hours', at, 'customer',
  (array['2', '3'])[1 + abs(hashtext(n::text)) % 2], case when n % 10 <= 2 and n % 50 <> 2 and n % 4 = 0 then '{classification}'::text[] else '{}' end
from generate_series(1, $6) n, lateral (select now() - n * interval '20 minutes' as at) a`;
const journal = `insert into journal (desk_id, stream_kind, stream_id, seq, at, type, body) select desk_id, 'ticket', ticket_id, s, registered_at, 'NoteAdded', '{}' from ticket, generate_series(1, 3) s where desk_id = $1`;
const alarms = `insert into alarm (desk_id, ticket_id, key, at, body) select desk_id, ticket_id, 'breach', now() + number * interval '1 minute', '{}' from ticket where desk_id = $1`;
const outbox = `insert into outbox (desk_id, outbox_id, ticket_id, key, body, created_at, next_at, dead_at) select desk_id, gen_random_uuid(), ticket_id, number::text, '{}', now(), now(), case when number % 100 > 0 then now() end from ticket where desk_id = $1`;
const letters = `insert into letter (desk_id, letter_id, direction, at, raw, size, sha256, content_key, outcome, ticket_id, message_id)
select desk_id, gen_random_uuid(), case when number % 2 = 0 then 'in' else 'out' end, registered_at, 'x', 1, 'x', number::text, case when number % 500 = 0 then 'waiting' else 'ticket' end, ticket_id, '<' || number || '@desk.example>' from ticket where desk_id = $1`;
const messages = `insert into message (desk_id, message_id, ticket_id, at, kind, author, text) select desk_id, gen_random_uuid(), ticket_id, registered_at, 'customer', 'x', 'x' from ticket where desk_id = $1`;
const contacts = `insert into contact (desk_id, contact_id, email, name) select $1::uuid, gen_random_uuid(), n || '@many.example', 'x' from generate_series(1, 5000) n`;
const companies = `insert into company (desk_id, company_id, name, folded_name) select $1::uuid, gen_random_uuid(), 'ООО Компания ' || n, 'компания ' || n from generate_series(1, 5000) n`;
const people = `insert into contact (desk_id, contact_id, company_id, name, phone) select desk_id, gen_random_uuid(), company_id, 'x', '+7495' || abs(hashtext(company_id::text)) from company where desk_id = $1`;
const answers = `insert into idempotency (desk_id, key, request_hash, response, at) select desk_id, 'key-' || number, 'x', '{}', now() from ticket where desk_id = $1`;
const told = `insert into notification (desk_id, notification_id, person_id, ticket_id, kind, clock, threshold, due_at, at) select desk_id, gen_random_uuid(), $2, ticket_id, 'clock-breach', 'reaction', '1', now(), now() from ticket where desk_id = $1 and number % 10 = 0`;

beforeAll(async () => {
  opened = await openTestStore();
  client = new Client({ connectionString: opened.databaseUrl });
  await client.connect();
  await client.query("set reglament.every_desk = 'on'");
  for (const slug of ['centaur', 'optima']) {
    const desk = deskIdOf(opened, slug);
    const person = await addStaff(opened, slug, 'engineer', `engineer@${slug}.example`);
    const { companyId, contactId } = await addCustomer(opened, slug, {
      company: slug,
      email: `one@${slug}.example`,
      name: 'x',
      packageId: null,
    });
    const version = await opened.context.regulations.inForce(desk, opened.context.now());
    await client.query(generate, [
      desk,
      contactId,
      companyId,
      person.personId,
      version.regulationVersionId,
      TICKETS / 2,
    ]);
    for (const statement of [
      journal,
      messages,
      alarms,
      outbox,
      letters,
      contacts,
      companies,
      people,
      answers,
    ])
      await client.query(statement, [desk]);
    await client.query(told, [desk, person.personId]);
    deskId = desk;
    personId = person.personId;
    someCompany = companyId;
  }
  await client.query('analyze');
  const { rows } = await client.query<{ ticketId: TicketId; number: number }>(
    'select ticket_id as "ticketId", number::int from ticket where desk_id = $1 and number = 777',
    [deskId],
  );
  someTicket = rows[0] as typeof someTicket;
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

/** Tables that grow with the years: no question asked all day may read one from end to end. */
const large = new Set([
  'ticket',
  'journal',
  'alarm',
  'outbox',
  'letter',
  'message',
  'contact',
  'contact_of_company',
  'company',
  'idempotency',
  'notification',
]);

/** Rows of a desk of 10,000 that a question may touch at most. */
const TOUCHED = 1500;

const touched = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

const isFullScan = (node: PlanNode): boolean =>
  large.has(node['Relation Name'] ?? '') && (node['Node Type'] === 'Seq Scan' || touched(node) > TOUCHED);

/** Runs a query of the store for its plan instead of its rows, as a generic plan too; returns tables read from end to end. */
const fullScans = async (
  opening: string,
  ask: (q: Queries) => Promise<unknown>,
): Promise<readonly string[]> => {
  const scans: string[] = [];
  const explain: Queries = {
    query: async <Row extends QueryResultRow>(
      name: string,
      text: string,
      values: readonly unknown[] = [],
    ) => {
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await client.query(`set local plan_cache_mode = ${mode}`);
        const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
          `explain (analyze, timing off, format json) ${text}`,
          [...values],
        );
        for (const node of rows.flatMap((row) => row['QUERY PLAN'].flatMap((plan) => nodesOf(plan.Plan))))
          if (isFullScan(node)) scans.push(`${name}: ${String(node['Relation Name'])} (${mode})`);
      }
      return [] as readonly Row[];
    },
  };
  await client.query('begin');
  await client.query('set local reglament.every_desk = off');
  await client.query(opening);
  // What the store does with no rows at all is not the question here.
  await ask(explain).catch(() => undefined);
  await client.query('rollback');
  return scans;
};

const inDesk = (ask: (q: Queries) => Promise<unknown>): Promise<readonly string[]> =>
  fullScans(`set local reglament.desk = '${deskId}'`, ask);
const everyDesk = (ask: (q: Queries) => Promise<unknown>): Promise<readonly string[]> =>
  fullScans("set local reglament.every_desk = 'on'", ask);

const views: readonly View[] = [
  'open',
  'mine',
  'unassigned',
  'classify',
  'waiting',
  'resolved',
  'not-entitled',
  'unidentified',
  'closed',
];
/** Those that can be asked for by line. */
const lineViews: readonly View[] = ['open', 'mine', 'unassigned', 'classify', 'waiting'];
const now = Date.now() as Instant;

describe(`of ${TICKETS} tickets none is read in vain`, () => {
  const pages = async (view: View, line: string | null): Promise<readonly string[]> => {
    const after = { place: '00002 ', at: now, ticketId: newId() };
    return [
      ...(await inDesk((q) => queuePage(q, { deskId, personId, view, line, after: null, limit: 51 }))),
      ...(await inDesk((q) => queuePage(q, { deskId, personId, view, line, after, limit: 51 }))),
    ];
  };

  it.each(views)('by the queue’s view %s, first page and later ones', async (view) => {
    expect(await pages(view, null)).toEqual([]);
  });

  it.each(lineViews)('by the queue of one line in view %s', async (view) => {
    expect(await pages(view, '2')).toEqual([]);
    // Nor where a line has no ticket at all.
    expect(await pages(view, '7')).toEqual([]);
  });

  it.each<readonly [string, (q: Queries) => Promise<unknown>]>([
    ['counting views and lines', (q) => queueCounts(q, { deskId, personId, lines: ['1', '2', '3'] })],
    [
      'counting a kept view of closed tickets that nothing passes',
      (q) =>
        countFiltered(q, {
          deskId,
          personId,
          view: 'closed',
          line: null,
          filter: { ...noFilter, channels: ['messenger'], tags: [newId()] },
        }),
    ],
    ['a ticket by its number', (q) => ticketByNumber(q, deskId, 777)],
    ['a ticket’s page', (q) => ticketPageRow(q, deskId, 777)],
    ['a ticket’s journal', (q) => eventsSince(q, deskId, someTicket.ticketId, 0)],
    ['rows for the comparison with journals', (q) => ticketRowsAfter(q, deskId, someTicket.ticketId, 100)],
    [
      'letters, newest first',
      (q) => lettersPage(q, { deskId, direction: null, troubled: false, after: null, limit: 51 }),
    ],
    [
      'letters in trouble',
      (q) => lettersPage(q, { deskId, direction: null, troubled: true, after: null, limit: 51 }),
    ],
    [
      'letters of one direction, further',
      (q) =>
        lettersPage(q, {
          deskId,
          direction: 'in',
          troubled: false,
          after: { at: now, letterId: newId() },
          limit: 51,
        }),
    ],
    ['the ticket of a letter that we sent', (q) => ticketOfSentLetter(q, deskId, '<7@desk.example>')],
    [
      'a contact by address',
      (q) => contactByEmail(q, { deskId, email: '77@many.example', name: 'x', newId }),
    ],
    ['whoever calls from a number', (q) => contactsByPhoneEnd(q, deskId, '4951234567')],
    ['missed calls that wait', (q) => waitingMissedCalls(q, deskId)],
    [
      'companies by name, first page and a later one',
      async (q) => {
        await companiesPage(q, { deskId, search: '', after: null, limit: 51, now });
        const after = { name: 'ООО Компания 3', companyId: newId() };
        await companiesPage(q, { deskId, search: '', after, limit: 51, now });
      },
    ],
    ['a company’s page', (q) => companyPageRow(q, deskId, someCompany)],
    ['an answer by its key', (q) => keptResponse(q, deskId, 'key-7')],
    ['what a person was told', (q) => notificationsOf(q, deskId, personId)],
  ])('by %s', async (_, ask) => {
    expect(await inDesk(ask)).toEqual([]);
  });

  it.each<readonly [string, (q: Queries) => Promise<unknown>]>([
    ['alarms that are due', (q) => findDueAlarms(q, now)],
    [
      'alarms of tickets',
      (q) =>
        claimDueAlarms(
          q,
          Array.from({ length: 64 }, () => ({ deskId, ticketId: someTicket.ticketId })),
          now,
        ),
    ],
    ['the next alarm', (q) => nextAlarmAt(q)],
    ['notices to deliver', (q) => claimOutbox(q, now, 1000, 50)],
    ['letters to read', (q) => claimWaitingLetters(q, now, 1000, 20)],
  ])('by the jobs’ question for %s', async (_, ask) => {
    expect(await everyDesk(ask)).toEqual([]);
  });

  it('nor do thousands of alarms that have rung and are not cleared away yet', async () => {
    const past = `insert into alarm (desk_id, ticket_id, key, at, body) select desk_id, ticket_id, 'past', now() - interval '1 hour', '{}' from ticket where desk_id = $1`;
    await client.query(past, [deskId]);
    // As long as somebody might still see them they are passed one by one: the control.
    const onlooker = new Client({ connectionString: opened.databaseUrl });
    await onlooker.connect();
    await onlooker.query('begin isolation level repeatable read');
    await onlooker.query('select from desk');
    await client.query("delete from alarm where key = 'past'");
    const pagesRead = async (): Promise<number> => {
      let pages = 0;
      const explain: Queries = {
        query: async <Row extends QueryResultRow>(
          _name: string,
          text: string,
          values: readonly unknown[] = [],
        ) => {
          const { rows } = await client.query<{
            'QUERY PLAN': readonly {
              readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
            }[];
          }>(`explain (analyze, buffers, timing off, format json) ${text}`, [...values]);
          for (const { Plan } of rows.flatMap((row) => row['QUERY PLAN']))
            pages += Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
          return [] as readonly Row[];
        },
      };
      await findDueAlarms(explain, now);
      await nextAlarmAt(explain);
      return pages;
    };
    const passing = await pagesRead();
    await onlooker.query('commit');
    await onlooker.end();
    // Whoever looks first then notes in the index which of them are dead; what is old moves with transactions that write.
    await eventually(async () => {
      await client.query('select pg_current_xact_id()');
      return (await pagesRead()) < passing / 4;
    });
    expect(await pagesRead()).toBeLessThan(passing / 4);
  });

  it('and a question without an index would be found out', async () => {
    expect(
      await inDesk((q) =>
        q.query(
          'test-scan',
          "select number from ticket where desk_id = $1 and subject = 'x' and $2::int is not null",
          [deskId, 1],
        ),
      ),
    ).not.toEqual([]);
    await client.query('begin');
    await client.query('drop index alarm_at');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      'explain select from alarm where at <= now() order by at limit 200',
    );
    await client.query('rollback');
    expect(rows.map((r) => r['QUERY PLAN']).join('\n')).toContain('Seq Scan on alarm');
  });
});
