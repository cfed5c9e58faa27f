import { expect, inject, it } from 'vitest';
import type { Config } from './config.ts';
import { open } from './open.ts';
import { setUpDemo } from './set-up-demo.ts';
import { createTestDatabase } from './testing/postgres-cluster.ts';
import { TEST_SECRET_KEY } from './testing/test-secret-key.ts';

it('two first starts at once on an empty database make the desks and the demo once', async () => {
  const database = await createTestDatabase(inject('adminUrl'));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    secretKey: TEST_SECRET_KEY,
    databaseUrl: database.url,
    baseUrl: 'http://127.0.0.1',
    demo: true,
    trustProxy: false,
    mail: {},
    relaxedDatabase: true,
  };
  const errors: unknown[] = [];
  const said: string[] = [];
  const start = async () => {
    const opened = await open(config, { say: () => undefined, onError: (error) => errors.push(error) });
    await setUpDemo(opened, config.baseUrl, (line) => said.push(line));
    return opened;
  };
  const [first, second] = await Promise.all([start(), start()]);
  const [row] = await first.context.db.everyDesk((q) =>
    q.query<{ desks: number; versions: number; people: number; emails: number }>(
      'test-once',
      `select (select count(*)::int from desk) as desks, (select count(*)::int from regulation_version) as versions,
         (select count(*)::int from person) as people, (select count(distinct email)::int from person) as emails`,
    ),
  );
  expect(row).toMatchObject({ desks: 5, versions: 5 });
  expect(row?.people).toBe(row?.emails);
  expect(first.installation.secret.equals(second.installation.secret)).toBe(true);
  expect(errors).toEqual([]);
  await Promise.all([first.close(), second.close()]);
  await database.drop();
});
