import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { newId } from '../ids.ts';

let server: TestServer;
/** As the application: the role that owns the tables. */
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
  client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  const person = await addStaff(server.opened, 'centaur', 'engineer', 'engineer@centaur.example');
  const { companyId } = await addCustomer(server.opened, 'centaur', {
    company: 'ООО «Берёза»',
    email: 'ivan@birch.example',
    name: 'Иван',
    packageId: 'basic',
  });
  await registerByStaff(server.opened.context, {
    deskId: deskIdOf(server.opened, 'centaur'),
    personId: person.personId,
    channel: 'phone',
    requesterEmail: 'ivan@birch.example',
    requesterName: 'Иван',
    requesterPhone: '',
    companyId,
    subject: 'Тема',
    text: 'Текст',
    type: null,
    priority: null,
    fields: {},
    attachments: [],
    idempotency: { key: newId(), requestHash: '' },
  });
});

afterAll(async () => {
  await client.end();
  await server.stop();
});

/** Tables that are nobody's, and why. */
const global: Readonly<Record<string, string>> = {
  desk: 'the desks themselves: asked for before anybody is in one',
  person: 'one person may work in several desks',
  person_credential: 'of a person',
  person_session: 'of a person',
  person_verification: 'of a person',
  person_totp: 'of a person',
  person_recovery_code: 'of a person',
  person_passkey: 'of a person',
  counted_attempt: 'counted before anybody is known',
  installation: 'one row for all',
  schema_migration: 'about the schema',
  audit: 'a refusal may belong to no desk',
  setup_token: 'leads to the first desk: there is none yet',
  production_calendar: 'public data that several desks go by',
};

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  /** Those that let rows through; others only take some away. */
  readonly policies: number;
}

const tables = async (): Promise<readonly Table[]> =>
  (
    await client.query<Table>(
      `select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced, (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polpermissive) as policies
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    )
  ).rows;

const ofDesks = async (): Promise<readonly Table[]> => (await tables()).filter((t) => !(t.name in global));

/** Tables whose rows the application's role sees in a transaction that has set no desk. */
const seenWithoutDesk = async (): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (const { name } of await ofDesks())
    if ((await client.query(`select from ${name} limit 1`)).rowCount !== 0) seen.push(name);
  return seen;
};

describe('the schema', () => {
  it('has each table either of a desk or on the list of those that are nobody’s', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'desk_id' and is_nullable = 'NO' and data_type = 'uuid' order by 1`,
    );
    const withDesk = rows.map((r) => r.name).filter((name) => name !== 'desk');
    expect((await ofDesks()).map((t) => t.name)).toEqual(withDesk);
    expect((await tables()).map((t) => t.name)).toEqual(expect.arrayContaining(Object.keys(global)));
  });

  it('leads primary keys, unique constraints and unique indexes of desks with the desk', async () => {
    const { rows } = await client.query<{ name: string; index: string; first: string }>(
      `select c.relname as name, i.relname as index, a.attname as first from pg_index x
       join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
       where x.indisunique and c.relnamespace = 'public'::regnamespace`,
    );
    const names = new Set((await ofDesks()).map((t) => t.name));
    const keys = rows.filter((r) => names.has(r.name));
    expect(new Set(keys.map((k) => k.name))).toEqual(names);
    expect(keys.filter((k) => k.first !== 'desk_id')).toEqual([]);
  });

  it('leads foreign keys between tables of desks with the desk on both sides', async () => {
    const { rows } = await client.query<{
      name: string;
      key: string;
      target: string;
      first: string;
      second: string;
    }>(
      `select c.conrelid::regclass::text as name, c.conname as key, c.confrelid::regclass::text as target, a.attname as first, b.attname as second
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    const names = new Set((await ofDesks()).map((t) => t.name));
    const keys = rows.filter((r) => names.has(r.name) && r.target !== 'person');
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((k) => k.first !== 'desk_id' || k.second !== 'desk_id')).toEqual([]);
  });

  it('has no sequence: a rolled back number leaves no gap', async () => {
    const { rows } = await client.query(
      `select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([]);
  });

  it('secures the rows of every table of a desk, from its owner too, by one policy', async () => {
    expect((await ofDesks()).filter((t) => !t.secured || !t.forced || t.policies !== 1)).toEqual([]);
    const { rows } = await client.query<{ definition: string }>(
      `select distinct pg_get_expr(polqual, polrelid) as definition from pg_policy where polpermissive`,
    );
    expect(rows).toHaveLength(1);
  });

  it('belongs to a role that can not step over its own walls', async () => {
    const { rows } = await client.query(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });
});

describe('a transaction that has set no desk', () => {
  it('sees no row of any desk (R3, second wall)', async () => {
    expect(await seenWithoutDesk()).toEqual([]);
    await client.query("select set_config('reglament.every_desk', 'on', false)");
    expect(await seenWithoutDesk()).toEqual(
      expect.arrayContaining([
        'certificate',
        'company',
        'contact',
        'counter',
        'journal',
        'message',
        'regulation_version',
        'staff',
        'ticket',
      ]),
    );
    await client.query('reset reglament.every_desk');
  });

  it('writes none either', async () => {
    const deskId = deskIdOf(server.opened, 'centaur');
    await expect(
      client.query('insert into company (desk_id, company_id, name) values ($1, $2, $3)', [
        deskId,
        newId(),
        'x',
      ]),
    ).rejects.toThrow(/row-level security/);
    expect((await client.query("update company set name = 'x'")).rowCount).toBe(0);
    expect((await client.query('delete from journal')).rowCount).toBe(0);
  });

  it('would be seen through where a wall is missing: this check can fail', async () => {
    for (const breach of [
      'alter table company no force row level security',
      'alter table company disable row level security',
      'drop policy desk_only on company; create policy desk_only on company using (true)',
    ]) {
      await client.query('begin');
      await client.query(breach);
      expect(await seenWithoutDesk()).toEqual(['company']);
      await client.query('rollback');
    }
    await client.query('begin');
    await client.query('drop policy desk_only on company');
    expect((await ofDesks()).filter((t) => t.policies !== 1).map((t) => t.name)).toEqual(['company']);
    await client.query('rollback');
  });
});

describe('a transaction of one desk', () => {
  it('neither sees nor writes the rows of another', async () => {
    const { db } = server.opened.context;
    const [centaur, optima] = [deskIdOf(server.opened, 'centaur'), deskIdOf(server.opened, 'optima')];
    expect(await db.inDesk(optima, (q) => q.query('test-tickets', 'select number from ticket'))).toEqual([]);
    expect(
      await db.inDesk(centaur, (q) => q.query('test-tickets', 'select number from ticket')),
    ).toHaveLength(1);
    await expect(
      db.inDesk(optima, (q) =>
        q.query('test-insert', 'insert into company (desk_id, company_id, name) values ($1, $2, $3)', [
          centaur,
          newId(),
          'x',
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('leaves nothing set on the connection', async () => {
    const { db } = server.opened.context;
    await db.inDesk(deskIdOf(server.opened, 'centaur'), async () => undefined);
    await Promise.all(
      Array.from({ length: 20 }, async () =>
        expect(await db.plain.query('test-plain', 'select number from ticket')).toEqual([]),
      ),
    );
  });
});
