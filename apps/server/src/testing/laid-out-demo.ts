import { type Instant, parseInstant } from '@reglament/working-time';
import { inject } from 'vitest';
import type { Config } from '../config.ts';
import { layOutDemo } from '../demo/lay-out-demo.ts';
import { deliverOutbox } from '../jobs/deliver-outbox.ts';
import { startMailer } from '../jobs/mailer.ts';
import { open, type Opened } from '../open.ts';
import type { Desk } from '../store/queries/desks.ts';
import { createTestDatabase, type TestDatabase } from './postgres-cluster.ts';
import { TEST_SECRET_KEY } from './test-secret-key.ts';

/** A demo in a database of its own. */
export interface Told {
  readonly start: Instant;
  readonly said: readonly string[];
  readonly opened: Opened;
  readonly database: TestDatabase;
  readonly rows: <Row extends Record<string, unknown>>(name: string, sql: string) => Promise<readonly Row[]>;
}

const baseUrl = 'http://127.0.0.1:3000';

/** Of a server that lays its demo out. */
export const demoConfig = (databaseUrl: string): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  secretKey: TEST_SECRET_KEY,
  databaseUrl,
  relaxedDatabase: true,
  baseUrl,
  demo: true,
  trustProxy: false,
  mail: {},
});

/** For what must not happen. */
export const fail = (error: unknown): never => {
  throw error;
};

/** Lays the demo out in a database of its own, as a first start at this moment does. */
export const layOutDemoAt = async (text: string): Promise<Told> => {
  const start = parseInstant(text) as Instant;
  const database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const opened = await open(demoConfig(database.url), { say: () => undefined, onError: fail });
  const desk = (id: string): Desk =>
    opened.desks.find((d) => d.deskId === id) ?? fail(new Error(`no desk ${id}`));
  const mailer = startMailer(new Map());
  const said: string[] = [];
  await layOutDemo({
    context: { ...opened.context, now: () => start },
    identity: opened.identity,
    say: (line) => said.push(line),
    desks: new Map(opened.desks.map((d) => [d.slug, d])),
    deliver: (context) => deliverOutbox(context, { mailer, baseUrl, desk, onError: fail }),
  });
  const rows: Told['rows'] = (name, sql) =>
    opened.context.db.everyDesk((q) => q.query(`demo-test-${name}`, sql));
  return { start, said, opened, database, rows };
};
