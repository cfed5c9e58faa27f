import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Instant } from '@reglament/working-time';
import { startLetterParser } from './channels/mail/letter-parser.ts';
import { tryImap, trySmtp } from './channels/mail/try-mailbox.ts';
import { createWebhookTarget } from './channels/webhooks/webhook-target.ts';
import type { Config } from './config.ts';
import { createApp } from './http/create-app.ts';
import { createBelonging } from './memberships.ts';
import { open, type Opened, type Talk } from './open.ts';
import { readRegulationFolder } from './regulation-files.ts';
import { openPostRoom } from './jobs/post-room.ts';
import { startJobs } from './start-jobs.ts';
import { readInstallation } from './store/installation.ts';

export interface RunningServer {
  /** Address that it listens on, without a trailing slash. */
  readonly url: string;
  readonly opened: Opened;
  readonly stop: () => Promise<void>;
}

const webDist = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/**
 * The whole product in one process: database, jobs, HTTP. Resolves when everything is ready.
 *
 * @param now the clock that the desks go by; the machine's own unless given.
 */
export const startServer = async (
  config: Config,
  talk: Talk,
  afterOpen: (opened: Opened) => Promise<void> = async () => undefined,
  now?: () => Instant,
): Promise<RunningServer> => {
  const opened = await open(config, talk, now);
  await afterOpen(opened);
  const isDemo = (await readInstallation(opened.context.db.plain)).demoSince !== null;
  const parser = startLetterParser();
  const webhookTarget = createWebhookTarget({ loopback: config.webhooksToLoopback === true });
  const { secrets } = opened.context;
  const room = await openPostRoom(opened.context, { config, secrets, ...talk });
  const jobs = startJobs(config, opened, { parser, webhookTarget, room }, talk);
  const app = await createApp(
    {
      context: opened.context,
      identity: opened.identity,
      hub: opened.hub,
      baseUrl: config.baseUrl,
      isDemo,
      requiresSecondFactor: config.requireSecondFactor === true && !isDemo,
      ...createBelonging(opened.context.db, () => performance.now(), opened.hub),
      parseLetter: parser.parse,
      webhookTarget,
      mail: { config: config.mail, secrets, tryImap, trySmtp, ...room },
      shipped: async () => (await readRegulationFolder(config.regulationsDir)).files,
      wakeReader: jobs.wakeReader,
      wakeOutbox: jobs.wakeOutbox,
      onError: talk.onError,
      webDist,
    },
    { log: true, trustProxy: config.trustProxy },
  );
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    opened,
    stop: async () => {
      await app.close();
      await jobs.stop();
      await parser.stop();
      await opened.close();
    },
  };
};
