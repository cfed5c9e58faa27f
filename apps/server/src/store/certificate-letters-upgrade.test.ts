import { readFile } from 'node:fs/promises';
import type { CertificateTurn } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, deskIdOf } from '../testing/test-desk.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';

// A database from before reminders: certificates with the turns that were known then, and the rows that their journals made.

const DAY = 86_400_000;
const file = new URL('../../migrations/0025-certificate-letters.sql', import.meta.url);

let server: TestServer;
let client: Client;

/** Days from now, of the beginning and of the end. */
const CERTIFICATES = {
  ended: [-400, -30],
  'in a week': [-300, 7],
  'in seventy days': [-300, 70],
  'in half a year': [-30, 180],
  'short, in a month': [-10, 31],
  ahead: [10, 380],
} as const;

beforeAll(async () => {
  server = await startTestServer();
  client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  const { context } = server.opened;
  const deskId = deskIdOf(server.opened, 'flat');
  const { companyId } = await addCustomer(server.opened, 'flat', {
    company: 'ООО «Прежние»',
    email: 'earlier@customer.example',
    name: 'Анна',
    packageId: null,
  });
  for (const [number, [from, to]] of Object.entries(CERTIFICATES))
    await context.db.inDesk(deskId, (q) =>
      bringCertificate(context, q, deskId, {
        companyId,
        number,
        packageId: '8x5',
        quantity: 5,
        startsAt: (context.now() + from * DAY) as Instant,
        endsAt: (context.now() + to * DAY) as Instant,
      }),
    );
  await client.query("select set_config('reglament.every_desk', 'on', false)");
  const without = (body: string): string =>
    `jsonb_set(${body}, '{told}', (select coalesce(jsonb_agg(t), '[]') from jsonb_array_elements_text(${body} -> 'told') t where t not like 'ends-in-%'))`;
  await client.query(`update journal set body = jsonb_set(body, '{certificate}', ${without(`(body -> 'certificate')`)})
    where type = 'CertificateBroughtOver'`);
  await client.query(`update certificate set body = ${without('body')}`);
  await client.query(`update certificate set next_turn_at = case when body -> 'told' ? 'ended' then null
    when body -> 'told' ? 'began' then ends_at else starts_at end`);
});

afterAll(async () => {
  await client?.end();
  await server?.stop();
});

it('an upgrade puts reminders that went by on record, waits for the next one and writes to nobody', async () => {
  const sql = await readFile(file, 'utf8');
  await client.query('begin');
  await client.query(sql);
  await client.query('commit');
  const { rows } = await client.query<{
    number: string;
    told: readonly CertificateTurn[];
    next: string | null;
    version: number;
  }>(
    `select number, body -> 'told' as told, round(extract(epoch from next_turn_at - now()) / 86400) as next, version
     from certificate order by lasts_until`,
  );
  expect(rows.map(({ number, told, next, version }) => [number, told, next, version])).toEqual([
    ['ended', ['began', 'ended'], null, 1],
    ['in a week', ['began', 'ends-in-90', 'ends-in-60', 'ends-in-30'], '7', 4],
    ['short, in a month', ['began'], '0', 1],
    ['in seventy days', ['began', 'ends-in-90'], '9', 2],
    ['in half a year', ['began'], '89', 1],
    ['ahead', [], '10', 1],
  ]);
  const owed = await client.query('select 1 from outbox where certificate_id is not null');
  expect(owed.rowCount).toBe(0);
  // Rows are what their journals add up to, by the same rules as everywhere.
  const drifts: unknown[] = [];
  const desks = server.opened.desks.map((d) => d.deskId);
  await compareJournals(server.opened.context, desks, (drift) => drifts.push(drift));
  expect(drifts).toEqual([]);
});
