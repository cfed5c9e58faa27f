import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came, as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly json: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Record<string, unknown>;
  };
}

/** How a request is answered: a status, with a redirect if it is one, or not at all. */
export type Answer = number | 'never' | { readonly redirect: string };

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  readonly answer: (how: Answer) => void;
  readonly stop: () => Promise<void>;
}

/** A system that is told by webhooks, on loopback. */
export const startReceiver = async (first: Answer = 204): Promise<Receiver> => {
  const received: Received[] = [];
  let how = first;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        body,
        json: JSON.parse(body) as Received['json'],
      });
      if (how === 'never') return;
      if (typeof how === 'number') response.writeHead(how).end(`said ${how}`);
      else response.writeHead(302, { location: how.redirect }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: (next) => {
      how = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/**
 * Checks a message as a receiver does, by the words of the specification and with nothing of ours.
 *
 * @param secret `whsec_` and base64.
 */
export const isSignedBy = ({ headers, body }: Received, secret: string): boolean => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
};
