import {
  type BodyOf,
  call,
  type CallOptions,
  type Endpoint,
  endpoints,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import { inject } from 'vitest';
import type { Config } from '../config.ts';
import type { Opened } from '../open.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { createTestDatabase } from './postgres-cluster.ts';
import type { TestPerson } from './test-desk.ts';
import { TEST_SECRET_KEY } from './test-secret-key.ts';

export interface TestServer extends RunningServer {
  readonly databaseUrl: string;
  /** Errors that the server reported; a test that expects none says so. */
  readonly errors: readonly unknown[];
  /** Stops the server and starts it anew on the same database and port; `opened` remains that of the first start, and is closed. */
  readonly restart: () => Promise<void>;
}

/**
 * The whole product on a database of its own, on a free loopback port, by a clock of the test's if it gives one; `afterOpen` lays out
 * what has to be there before anything else begins.
 */
export const startTestServer = async (
  overrides: Partial<Config> = {},
  now?: () => Instant,
  afterOpen?: (opened: Opened) => Promise<void>,
): Promise<TestServer> => {
  const database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const errors: unknown[] = [];
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    secretKey: TEST_SECRET_KEY,
    databaseUrl: database.url,
    baseUrl: 'http://127.0.0.1',
    demo: false,
    trustProxy: false,
    mail: {},
    relaxedDatabase: true,
    ...overrides,
  };
  const talk = { say: () => undefined, onError: (error: unknown) => void errors.push(error) };
  const first = await startServer(config, talk, afterOpen, now);
  let running = first;
  return {
    ...first,
    databaseUrl: database.url,
    errors,
    restart: async () => {
      await running.stop();
      running = await startServer({ ...config, port: Number(new URL(first.url).port) }, talk, undefined, now);
    },
    stop: async () => {
      await running.stop();
      await database.drop();
    },
  };
};

/** A browser of one person: remembers the session cookie. */
export interface Visitor {
  readonly fetch: typeof fetch;
  readonly call: <E extends Endpoint>(
    endpoint: E,
    input: Input<E>,
    options?: CallOptions,
  ) => Promise<ReplyOf<E>>;
}

type Input<E extends Endpoint> = { readonly params: ParamsOf<E> } & (QueryOf<E> extends undefined
  ? unknown
  : { readonly query?: QueryOf<E> }) &
  (BodyOf<E> extends undefined ? unknown : { readonly body: BodyOf<E> });

export const visitor = (server: RunningServer): Visitor => {
  let cookie = '';
  const fetcher: typeof fetch = async (path, init) => {
    const headers = new Headers(init?.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(new URL(path instanceof Request ? path.url : path, server.url), {
      ...init,
      headers,
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) cookie = set.split(';', 1)[0] ?? '';
    return response;
  };
  return {
    fetch: fetcher,
    call: (endpoint, input, options) => call(fetcher, endpoint, input as never, options),
  };
};

/** Times that somebody tries again whom a machine under load told to come later. */
const TRIES = 5;

/** What the server answers once it is not too busy to. */
const notTooBusy = async (ask: () => Promise<Response>): Promise<Response> => {
  let response = await ask();
  for (let tried = 1; response.status === 503 && tried < TRIES; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500 * tried));
    response = await ask();
  }
  return response;
};

/** Signs a person in and returns their browser. */
export const signedIn = async (server: RunningServer, person: TestPerson): Promise<Visitor> => {
  const v = visitor(server);
  const patient: typeof fetch = (path, init) => notTooBusy(() => v.fetch(path, init));
  const body = { email: person.email, password: person.password };
  await call(patient, endpoints.signIn, { params: {}, body } as never);
  return v;
};

const signInOnce = (server: RunningServer, person: TestPerson): Promise<Response> =>
  fetch(`${server.url}${endpoints.signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password: person.password }),
  });

/** The `Cookie` header of a person who signed in, for requests that a browser would not make. */
export const cookieOf = async (server: RunningServer, person: TestPerson): Promise<string> => {
  const response = await notTooBusy(() => signInOnce(server, person));
  if (!response.ok) throw new Error(`signing in gave ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((c) => c.split(';', 1)[0])
    .join('; ');
};

/** Waits until `probe` gives something; throws with its last answer when it does not within the time. */
export const eventually = async <T>(
  probe: () => Promise<T | null | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> => {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > until) throw new Error(`did not happen within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
