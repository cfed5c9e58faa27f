import { fileURLToPath } from 'node:url';
import { endpoints, type QueryOf, type ReplyOf } from '@reglament/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { createApp } from '../http/create-app.ts';
import type { DeskSlug, StillDesk } from '../testing/still-desk.ts';
import type { TestPerson } from '../testing/test-desk.ts';
import { noMail } from '../testing/no-mail.ts';
import { createBelonging } from '../memberships.ts';
import { Refused } from './refused.ts';

/** The server's own HTTP on the moved clock, without a socket. */
export interface Browser {
  readonly ticket: (number: number) => Promise<ReplyOf<typeof endpoints.getTicket>>;
  readonly queue: (
    query?: QueryOf<typeof endpoints.getQueue>,
  ) => Promise<ReplyOf<typeof endpoints.getQueue>['tickets']>;
  readonly certificate: (certificateId: string) => Promise<ReplyOf<typeof endpoints.getCertificate>>;
  readonly certificates: (
    query: QueryOf<typeof endpoints.getCertificates>,
  ) => Promise<ReplyOf<typeof endpoints.getCertificates>['certificates']>;
  readonly compliance: (certificateId: string) => Promise<ReplyOf<typeof endpoints.getCompliance>>;
  readonly lapsedLicences: () => Promise<ReplyOf<typeof endpoints.getLicences>['licences']>;
  /** The regulation in force, as screens get it. */
  readonly regulation: () => Promise<unknown>;
  /** What a screen reads, by its path in the desk. */
  readonly get: (path: string) => Promise<unknown>;
  /** What a screen sends: a POST with what the person saw. @throws Refused with code and clause. */
  readonly post: (path: string, body: object, version?: number) => Promise<unknown>;
  /** A public page, by the link that a letter carries. */
  readonly page: (link: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

type Readers = Pick<
  Browser,
  'ticket' | 'queue' | 'certificate' | 'certificates' | 'compliance' | 'lapsedLicences'
>;

/** What screens of the desk ask for; `read` by a path under the desk's own. */
const readersOf = (read: (path: string) => Promise<unknown>): Readers => ({
  ticket: async (number) => endpoints.getTicket.reply.parse(await read(`tickets/${number}`)),
  queue: async (query) => {
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([k, v]) => [k, String(v)]));
    return endpoints.getQueue.reply.parse(await read(`queue?${search}`)).tickets;
  },
  certificate: async (certificateId) =>
    endpoints.getCertificate.reply.parse(await read(`certificates/${certificateId}`)),
  certificates: async (query) => {
    const search = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]));
    return endpoints.getCertificates.reply.parse(await read(`certificates?${search}`)).certificates;
  },
  compliance: async (certificateId) =>
    endpoints.getCompliance.reply.parse(await read(`certificates/${certificateId}/compliance`)),
  lapsedLicences: async () => endpoints.getLicences.reply.parse(await read('licences')).licences,
});

/** A browser in which a member of staff has signed in, and nobody else has. */
export const openBrowser = async (still: StillDesk, slug: DeskSlug, person: TestPerson): Promise<Browser> => {
  const app = await createApp(
    {
      context: still.context,
      identity: still.opened.identity,
      hub: still.opened.hub,
      baseUrl: 'https://desk.example',
      ...createBelonging(still.context.db, () => performance.now(), still.opened.hub),
      webhookTarget: () => Promise.resolve({ ok: false, fault: 'unresolvable' }),
      parseLetter: () => Promise.resolve({ ok: false }),
      mail: noMail,
      shipped: () => Promise.resolve([]),
      wakeReader: () => undefined,
      wakeOutbox: () => undefined,
      onError: (error) => {
        throw error;
      },
      webDist: fileURLToPath(new URL('../../../web/dist/', import.meta.url)),
    },
    { log: false, trustProxy: false },
  );
  // On a busy machine an answer may be late; then the server asks to come again.
  const send = async (request: InjectOptions, tries = 5): Promise<LightMyRequestResponse> => {
    const answer = await app.inject(request);
    return answer.statusCode === 503 && tries > 1 ? send(request, tries - 1) : answer;
  };
  const signedIn = await send({
    method: 'POST',
    url: endpoints.signIn.path,
    payload: { email: person.email, password: person.password },
  });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const get = async (url: string): Promise<unknown> => {
    const answer = await send({ method: 'GET', url, headers: { cookie } });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  const read = (path: string): Promise<unknown> => get(`/api/desks/${slug}/${path}`);
  return {
    ...readersOf(read),
    get: read,
    post: async (path, payload, version) => {
      const answer = await send({
        method: 'POST',
        url: `/api/desks/${slug}/${path}`,
        headers: {
          cookie,
          'idempotency-key': still.context.newId(),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        payload,
      });
      if (answer.statusCode < 400) return answer.json();
      const { refusal, code, clause = null } = answer.json<Record<string, string>>();
      throw new Refused(refusal ?? code ?? answer.body, clause);
    },
    regulation: () => read('regulation'),
    page: async (link) => {
      const answer = await send({ method: 'GET', url: new URL(link).pathname });
      if (answer.statusCode !== 200) throw new Error(`${link}: ${answer.statusCode}`);
      return answer.body;
    },
    close: async () => {
      await app.close();
    },
  };
};
