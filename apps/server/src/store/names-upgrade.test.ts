import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';

// A database from before names were read without marks that turn what stands after them the other way round.

const file = new URL('../../migrations/0066-names-turn-nothing.sql', import.meta.url);

let server: TestServer;
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
  client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await server.stop();
});

it('names that were kept turn nothing any more; whose name was nothing else is called by the address', async () => {
  for (const [slug, email, name] of [
    ['flat', 'anna@firm.example', 'Анна\u202e миК'],
    ['optima', 'nobody@firm.example', '\u2066\u2069'],
    ['optima', 'dana@firm.example', 'דנה כהן'],
  ] as const)
    await addCustomer(server.opened, slug, { company: `ООО «${email}»`, email, name, packageId: null });
  const { personId } = await addStaff(server.opened, 'flat', 'engineer', 'boris@flat.example');
  await client.query('update person set name = $2 where id = $1', [personId, '\u202dБорис\u202c']);

  await client.query('begin');
  await client.query(await readFile(file, 'utf8'));
  await client.query('commit');

  await client.query("select set_config('reglament.every_desk', 'on', false)");
  const contacts = await client.query(
    `select name from contact where email like '%@firm.example' order by name collate "C"`,
  );
  expect(contacts.rows.map(({ name }) => name as string)).toEqual([
    'nobody@firm.example',
    'Анна миК',
    'דנה כהן',
  ]);
  const people = await client.query('select name from person where id = $1', [personId]);
  expect(people.rows).toEqual([{ name: 'Борис' }]);
});
