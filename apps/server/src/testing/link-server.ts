import type { Instant } from '@reglament/working-time';
import { expect } from 'vitest';
import { type LinkMailbox, startLinkMailbox } from './mailbox-of-links.ts';
import { type RawReply, rawRequest } from './raw-request.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import { addCustomer } from './test-desk.ts';

type Headers = Readonly<Record<string, string>>;

/** The product with two desks that send links by mail, by a clock that can be put forward, and what people do with the links. */
export interface LinkServer {
  readonly server: TestServer;
  readonly mail: LinkMailbox;
  readonly skip: (ms: number) => void;
  /** Each request comes from a network of its own, so that none meets another's limits. */
  readonly post: (path: string, json: object, headers?: Headers) => Promise<RawReply>;
  readonly get: (path: string, cookie: string) => Promise<RawReply>;
  /** Makes a customer of the desk. */
  readonly knownAt: (slug: string, email: string) => Promise<string>;
  readonly newContact: (slug: string) => Promise<string>;
  readonly ask: (email: string, more?: object, headers?: Headers) => Promise<RawReply>;
  readonly use: (token: string, headers?: Headers) => Promise<RawReply>;
  readonly linkFor: (email: string, more?: object) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** The `Cookie` header that a browser would send back. */
export const cookieIn = (reply: RawReply): string =>
  [reply.headers['set-cookie'] ?? []]
    .flat()
    .map((c) => c.split(';', 1)[0])
    .join('; ');

/** Desks whose customer somebody is, as the answer says. */
export const slugsOf = (reply: RawReply): readonly string[] =>
  (reply.json() as { portals: readonly { slug: string }[] }).portals.map(({ slug }) => slug);

export const startLinkServer = async (): Promise<LinkServer> => {
  let ahead = 0;
  const mail = await startLinkMailbox(['centaur', 'optima']);
  const server = await startTestServer(
    { mail: mail.settings, baseUrl: 'https://support.vendor.example', trustProxy: '127.0.0.1' },
    () => (Date.now() + ahead) as Instant,
  );
  let clients = 0;
  const newNetwork = (): string => `198.51.${Math.floor(++clients / 250)}.${clients % 250}`;
  const post: LinkServer['post'] = (path, json, headers = {}) =>
    rawRequest(server.url, path, {
      method: 'POST',
      body: JSON.stringify(json),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': newNetwork(), ...headers },
    });
  let people = 0;
  const knownAt: LinkServer['knownAt'] = async (slug, email) => {
    const company = `ООО «Покупатель ${++people}»`;
    await addCustomer(server.opened, slug, { company, email, name: 'Ольга Белова', packageId: null });
    return email;
  };
  const ask: LinkServer['ask'] = (email, more = {}, headers = {}) =>
    post('/api/session/link', { email, ...more }, headers);
  return {
    server,
    mail,
    skip: (ms) => {
      ahead += ms;
    },
    post,
    get: (path, cookie) => rawRequest(server.url, path, { headers: { cookie } }),
    knownAt,
    newContact: (slug) => knownAt(slug, `contact${people}@buyer.example`),
    ask,
    use: (token, headers = {}) => post('/api/session/link/use', { token }, headers),
    linkFor: async (email, more = {}) => {
      const before = mail.count(email);
      expect((await ask(email, more)).status).toBe(202);
      return (await mail.newest(email, before)).token;
    },
    stop: async () => {
      await server.stop();
      await mail.stop();
    },
  };
};
