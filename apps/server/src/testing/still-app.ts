import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../http/create-app.ts';
import { createBelonging } from '../memberships.ts';
import { noMail } from './no-mail.ts';
import type { StillDesk } from './still-desk.ts';

/** The server's own HTTP on the moved clock, without a socket. */
export const stillApp = (still: StillDesk): Promise<FastifyInstance> =>
  createApp(
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
