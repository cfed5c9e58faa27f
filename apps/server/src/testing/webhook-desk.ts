import type { Instant } from '@reglament/working-time';
import { ok, postJson } from './planted-desk.ts';
import { rawRequest } from './raw-request.ts';
import { cookieOf, eventually, startTestServer, type TestServer } from './start-test-server.ts';
import { addStaff } from './test-desk.ts';
import { type Receiver, startReceiver } from './webhook-receiver.ts';

export const HOOKS = '/api/desks/centaur/webhooks';
const TICKETS = '/api/desks/centaur/tickets';

/** A ticket whose words no webhook may carry: each holds `тайн`. */
export const secretRegistration = {
  channel: 'phone',
  requesterEmail: null,
  requesterName: 'Анна',
  companyId: null,
  subject: 'Тайная тема',
  text: 'Тайный текст',
  type: null,
  priority: null,
};

export interface Hook {
  readonly webhookId: string;
  readonly version: number;
  readonly secret: string;
}

export interface Delivery {
  readonly deliveryId: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: readonly {
    readonly status: number | null;
    readonly fault: string | null;
    readonly reply: string;
  }[];
}

/** A desk whose administrator makes webhooks, by a clock that can be put forward. */
export interface WebhookDesk {
  readonly server: TestServer;
  readonly administrator: string;
  readonly now: () => Instant;
  readonly skip: (ms: number) => void;
  /** A receiver that ends with the desk. */
  readonly listen: (...answer: Parameters<typeof startReceiver>) => Promise<Receiver>;
  readonly hook: (url: string, types: readonly string[]) => Promise<Hook>;
  readonly drop: (of: Hook) => Promise<unknown>;
  readonly register: () => Promise<{ readonly number: number; readonly version: number }>;
  /** The ticket's new version. */
  readonly command: (number: number, version: number, body: object) => Promise<number>;
  readonly deliveries: (of: Hook) => Promise<readonly Delivery[]>;
  readonly shown: (of: Hook) => Promise<Record<string, unknown> | undefined>;
  /** Waits until the latest delivery was attempted so often. */
  readonly attempts: (of: Hook, count: number) => Promise<readonly Delivery[]>;
  readonly stop: () => Promise<void>;
}

type Api = Pick<WebhookDesk, 'hook' | 'drop' | 'register' | 'command' | 'deliveries' | 'shown'>;

/** What the administrator does over the API. */
const apiOf = (server: TestServer, administrator: string): Api => {
  const headers = { cookie: administrator };
  const post = (path: string, json: object, more: Readonly<Record<string, string>> = {}) =>
    ok(postJson(server, administrator, path, json, more));
  const get = (path: string) => ok(rawRequest(server.url, path, { headers }));
  return {
    hook: async (url, types) => (await post(HOOKS, { url, types })) as unknown as Hook,
    drop: ({ webhookId }) => rawRequest(server.url, `${HOOKS}/${webhookId}`, { method: 'DELETE', headers }),
    register: async () => (await post(TICKETS, secretRegistration)) as { number: number; version: number },
    command: async (number, version, body) => {
      const done = await post(`${TICKETS}/${number}/commands`, body, { 'if-match': `"${version}"` });
      return Number(done['version']);
    },
    deliveries: async ({ webhookId }) =>
      ((await get(`${HOOKS}/${webhookId}/deliveries`)) as unknown as { deliveries: Delivery[] }).deliveries,
    shown: async ({ webhookId }) =>
      ((await get(HOOKS)) as unknown as { webhooks: Record<string, unknown>[] }).webhooks.find(
        (one) => one['webhookId'] === webhookId,
      ),
  };
};

export const startWebhookDesk = async (): Promise<WebhookDesk> => {
  let skippedMs = 0;
  const now = (): Instant => (Date.now() + skippedMs) as Instant;
  const receivers: Receiver[] = [];
  const server = await startTestServer({ webhooksToLoopback: true }, now);
  const administrator = await cookieOf(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'administrator@centaur.example'),
  );
  const api = apiOf(server, administrator);
  return {
    ...api,
    server,
    administrator,
    now,
    skip: (ms) => {
      skippedMs += ms;
    },
    listen: async (...answer) => {
      const receiver = await startReceiver(...answer);
      receivers.push(receiver);
      return receiver;
    },
    attempts: (of, count) =>
      eventually(async () => {
        const all = await api.deliveries(of);
        return all[0]?.attempts.length === count ? all : null;
      }),
    stop: async () => {
      await server.stop();
      await Promise.all(receivers.map((one) => one.stop()));
    },
  };
};
