import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Socket } from 'node:net';
import pg from 'pg';
import { canWrite, type OwedRow, owedRow } from './row-with-change.ts';

const TIMESTAMPTZ = 1184;
const INT8 = 20;

const parseInt8 = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} does not fit a number`);
  return value;
};

/** Instants arrive as milliseconds; `Date` stops here. */
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return (text: string) => Date.parse(text);
    if (oid === INT8) return parseInt8;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** The row type of a query is what its select list says: checked by the store's tests, not by the compiler. */
export interface Queries {
  /**
   * `last`: nothing follows in this transaction, so that its commit travels along: what it locked is held for one
   * round trip less. The statement's own failure still undoes everything.
   */
  readonly query: <Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values?: readonly unknown[],
    last?: 'last',
  ) => Promise<readonly Row[]>;
}

export interface Database {
  /** A read or a command inside one desk: one transaction, rows of other desks do not exist in it. */
  readonly inDesk: <T>(deskId: DeskId, work: (q: Queries) => Promise<T>) => Promise<T>;
  /** A single statement inside one desk, in one round trip: what most pages read. */
  readonly askDesk: <T>(deskId: DeskId, work: (q: Queries) => Promise<T>) => Promise<T>;
  /** For jobs, sign-in and laying out: one transaction over all desks. */
  readonly everyDesk: <T>(work: (q: Queries) => Promise<T>) => Promise<T>;
  /** Outside a transaction, without any desk. */
  readonly plain: Queries;
  readonly close: () => Promise<void>;
}

/** As PostgreSQL reads an instant. */
export const toTimestamp = (at: Instant | number): string => new Date(at).toISOString();

/** The deadline column of a ticket whose clocks promise nothing: sorts last. */
export const NEVER = Date.UTC(9999, 11, 31) as Instant;

/** Thrown when COMMIT answered something else: nothing of the transaction is kept. */
export class NotCommitted extends Error {}

const retryable = new Set(['40001', '40P01']);
const maxAttempts = 4;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Named statements are prepared once a connection; the name must stand for exactly one text. */
const queriesOf = (client: pg.ClientBase | pg.Pool): Queries => ({
  query: async <Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ) => {
    const result = await client.query<Row>({ name, text, values: [...values] });
    return result.rows;
  },
});

/** What `send` sends goes out in one write: each costs the two processes a system call and a waking up. */
const inOneWrite = <T>(client: pg.PoolClient, send: () => T): T => {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
};

interface Transaction {
  readonly queries: Queries;
  /** Whether a statement changed a row so far. */
  readonly hasChanged: () => boolean;
  readonly commit: () => Promise<pg.QueryResult>;
}

/**
 * Statements of one transaction; whoever says that a statement is the last sends the commit along with it, unless a row about the
 * change has to follow.
 */
const transactionOf = (client: pg.PoolClient, owesRow: boolean): Transaction => {
  let committed: Promise<pg.QueryResult> | undefined;
  let mayChange = false;
  let isChanged = false;
  const commit = (): Promise<pg.QueryResult> => {
    committed ??= client.query('commit');
    // The statement before it is heard first.
    committed.catch(() => undefined);
    return committed;
  };
  const query: Queries['query'] = async <Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[] = [],
    last?: 'last',
  ) => {
    if (committed !== undefined) throw new Error(`${name} comes after the last statement of its transaction`);
    const isWriting = owesRow && canWrite(text);
    mayChange ||= isWriting;
    const result = await inOneWrite(client, () => {
      const asked = client.query<Row>({ name, text, values: [...values] });
      if (last !== undefined && !mayChange) void commit();
      return asked;
    });
    isChanged ||= isWriting && (result.rowCount ?? 0) > 0;
    return result.rows;
  };
  return { queries: { query }, hasChanged: () => isChanged, commit };
};

/** The failure of the rollback itself, after which the connection is of no use. */
const rollBack = (client: pg.ClientBase): Promise<Error | undefined> =>
  client.query('rollback').then(
    () => undefined,
    (failure: Error) => failure,
  );

/** The row and the commit travel together. */
const writeOwed = (client: pg.PoolClient, { queries, commit }: Transaction, row: OwedRow): Promise<void> =>
  inOneWrite(client, () => {
    const written = row.write(queries);
    void commit();
    return written;
  });

interface Attempt<T> {
  readonly opening: string;
  readonly work: (q: Queries) => Promise<T>;
  readonly row: OwedRow | null;
}

const attempt = async <T>(pool: pg.Pool, { opening, work, row }: Attempt<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  let taken: OwedRow | null = null;
  try {
    // Travels with the first statement. Should it fail alone, row-level security lets nothing through without a desk.
    const transaction = transactionOf(client, row !== null);
    const [opened, working] = inOneWrite(client, () => {
      const opened = client.query(opening);
      opened.catch(() => undefined);
      return [opened, work(transaction.queries)] as const;
    });
    const value = await working;
    await opened;
    if (row !== null && transaction.hasChanged() && row.take()) {
      taken = row;
      await writeOwed(client, transaction, row);
    }
    // After a swallowed statement error the server answers COMMIT with ROLLBACK and the driver reports success.
    const { command } = await transaction.commit();
    if (command !== 'COMMIT') throw new NotCommitted(`the server answered ${command} to commit`);
    return value;
  } catch (error) {
    taken?.giveBack();
    // A connection that stopped answering is given up: nothing more is asked of it.
    const silent = error instanceof Error && error.message === 'Query read timeout';
    broken = silent ? error : await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
};

/** Deadlocks and serialization failures are tried again; everything inside must be repeatable. */
const withRetry = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined || !retryable.has(code) || tries >= maxAttempts) throw error;
    }
  }
};

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most; 16 unless said. */
  readonly connections?: number;
  readonly onError: (error: Error) => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opens the pool. Nothing connects before the first query. */
export const openDatabase = (options: DatabaseOptions): Database => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 16,
    types: typeParsers,
    // A statement does not wait for the answer to the one before: a transaction's opening and its end cost no round trip.
    pipeline: true,
    connectionTimeoutMillis: 2000,
    // Above the server's own limit: for a connection that stopped answering.
    query_timeout: 12_000,
    idleTimeoutMillis: 60_000,
    // `set local` would cost a statement: a query that takes longer than this is a fault.
    options: '-c timezone=UTC -c statement_timeout=10000 -c idle_in_transaction_session_timeout=30000',
  });
  // A pool without a listener ends the process when an idle connection breaks.
  pool.on('error', options.onError);
  // So does one that breaks between two statements of a transaction; there the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const inDesk: Database['inDesk'] = (deskId, work) => {
    if (!uuid.test(deskId)) throw new Error('a desk id is a UUID');
    const opening = `begin; set local reglament.desk = '${deskId}'`;
    const row = owedRow(deskId);
    return withRetry(() => attempt(pool, { opening, work, row }));
  };
  return {
    inDesk,
    askDesk: (deskId, work) =>
      inDesk(deskId, (q) => work({ query: (name, text, values) => q.query(name, text, values, 'last') })),
    everyDesk: (work) =>
      withRetry(() =>
        attempt(pool, { opening: `begin; set local reglament.every_desk = 'on'`, work, row: null }),
      ),
    plain: queriesOf(pool),
    close: () => pool.end(),
  };
};
