import type { startLetterParser } from './channels/mail/letter-parser.ts';
import { postWebhook } from './channels/webhooks/post-webhook.ts';
import type { createWebhookTarget } from './channels/webhooks/webhook-target.ts';
import type { Config } from './config.ts';
import { compareJournals, nightly } from './jobs/compare-journals.ts';
import { deliverOutbox } from './jobs/deliver-outbox.ts';
import { createWebhookDelivery } from './jobs/deliver-webhooks.ts';
import { followCalendars } from './jobs/follow-calendars.ts';
import { followEditions } from './jobs/follow-editions.ts';
import { forget } from './jobs/forget.ts';
import type { PostRoom } from './jobs/post-room.ts';
import { readLetters } from './jobs/read-letters.ts';
import { setAsideLetters } from './jobs/set-aside-letters.ts';
import { startAlarmLoop } from './jobs/start-alarm-loop.ts';
import { type Loop, startLoop } from './jobs/start-loop.ts';
import { tellOverQuantity } from './jobs/tell-over-quantity.ts';
import { turnCertificates } from './jobs/turn-certificates.ts';
import { indexSearch } from './use-cases/index-search.ts';
import { watchTime } from './jobs/watch-time.ts';
import type { Opened, Talk } from './open.ts';
import { readProductionCalendars } from './regulation-files.ts';
import { followQueueOrder } from './use-cases/follow-queue-order.ts';

export interface Jobs {
  readonly wakeReader: () => void;
  readonly wakeOutbox: () => void;
  readonly stop: () => Promise<void>;
}

const OUTBOX_MS = 1000;
const WEBHOOK_MS = 1000;
const READER_MS = 1000;
const SET_ASIDE_MS = 10_000;
const FORGET_MS = 3_600_000;
const TURN_MS = 10_000;
const COMPARE_MS = 600_000;
const CALENDAR_MS = 60_000;
const EDITION_MS = 10_000;
const WATCH_MS = 3_600_000;
const QUEUE_MS = 60_000;
const SEARCH_MS = 1000;
/** Under load the words of what came meanwhile are kept together. */
const SEARCH_REST_MS = 300;
/** Claims that find nothing cost as much as those that do. */
const WEBHOOK_REST_MS = 100;

/** Rounds that follow the clock: turns of certificates, editions of calendars, the nightly comparison, forgetting. */
const startClockLoops = (
  { context, migrated }: Opened,
  { desks, deskIds }: Pick<PostRoom, 'desks' | 'deskIds'>,
  { say, onError }: Talk,
): readonly Loop[] => {
  const compare = nightly({
    now: context.now,
    atOnce: migrated,
    run: () => compareJournals(context, deskIds, onError),
  });
  const watch = async (): Promise<boolean> => {
    await watchTime(context, { desks, say });
    return false;
  };
  const watching = startLoop({ everyMs: WATCH_MS, onError, round: watch });
  // Another version may have come into force; at the start it was looked at already.
  let isStart = true;
  const order = async (): Promise<boolean> => {
    if (!isStart) await followQueueOrder(context, deskIds);
    isStart = false;
    return false;
  };
  const follow = followCalendars(context, {
    say,
    onError,
    onKept: watching.wake,
    read: readProductionCalendars,
  });
  return [
    watching,
    startLoop({ everyMs: CALENDAR_MS, onError, round: follow }),
    startLoop({ everyMs: EDITION_MS, onError, round: followEditions(context, deskIds, { say, onError }) }),
    startLoop({ everyMs: QUEUE_MS, onError, round: order }),
    startLoop({ everyMs: TURN_MS, onError, round: () => turnCertificates(context, onError) }),
    startLoop({ everyMs: TURN_MS, onError, round: tellOverQuantity(context, deskIds, onError) }),
    startLoop({ everyMs: COMPARE_MS, onError, round: compare }),
    startLoop({ everyMs: FORGET_MS, onError, round: () => forget(context) }),
  ];
};

/** Webhooks: a loop that takes what is due, and receivers that nobody waits for. */
const startWebhooks = (
  context: Opened['context'],
  options: Pick<Parameters<typeof createWebhookDelivery>[1], 'baseUrl' | 'target' | 'onError'>,
): Loop => {
  const delivery = createWebhookDelivery(context, { ...options, post: postWebhook }, () => loop.wake());
  const loop = startLoop({
    everyMs: WEBHOOK_MS,
    restMs: WEBHOOK_REST_MS,
    onError: options.onError,
    round: delivery.round,
  });
  return {
    wake: loop.wake,
    stop: async () => {
      await loop.stop();
      await delivery.stop();
    },
  };
};

const startSearching = (context: Opened['context'], onError: Talk['onError']): Loop =>
  startLoop({
    everyMs: SEARCH_MS,
    restMs: SEARCH_REST_MS,
    onError,
    round: () => indexSearch(context),
  });

/** Starts everything that runs by itself: mailboxes, reading, delivering, ringing, forgetting. */
export const startJobs = (
  config: Config,
  opened: Opened,
  {
    parser,
    webhookTarget,
    room,
  }: {
    readonly parser: ReturnType<typeof startLetterParser>;
    readonly webhookTarget: ReturnType<typeof createWebhookTarget>;
    readonly room: PostRoom;
  },
  talk: Talk,
): Jobs => {
  const { context, hub } = opened;
  const { onError } = talk;
  const { desk, mailer } = room;
  const reading = {
    parse: parser.parse,
    ownAddresses: room.ownAddresses,
    trustedAuthserv: room.trustedAuthserv,
    onError,
  };
  const delivering = { mailer, baseUrl: config.baseUrl, desk, onError };
  const reader = startLoop({ everyMs: READER_MS, onError, round: () => readLetters(context, reading) });
  const outbox = startLoop({ everyMs: OUTBOX_MS, onError, round: () => deliverOutbox(context, delivering) });
  const setAside = startLoop({
    everyMs: SET_ASIDE_MS,
    onError,
    round: () => setAsideLetters(context, room.watched(), onError),
  });
  const alarms = startAlarmLoop({ context, onError });
  const webhooks = startWebhooks(context, { baseUrl: config.baseUrl, target: webhookTarget, onError });
  const searching = startSearching(context, onError);
  const loops = [
    reader,
    outbox,
    setAside,
    alarms,
    searching,
    webhooks,
    ...startClockLoops(opened, room, talk),
  ];
  // A change may have left a letter to read, a notice to send or an earlier alarm: no need to wait for the next round.
  const unlisten = hub.listen(({ kind }) => {
    if (kind === 'letter') reader.wake();
    else outbox.wake();
    webhooks.wake();
    if (kind !== 'ticket') return;
    alarms.wake();
    searching.wake();
  });
  return {
    wakeReader: reader.wake,
    wakeOutbox: () => {
      outbox.wake();
      webhooks.wake();
    },
    stop: async () => {
      unlisten();
      await Promise.all(loops.map((l) => l.stop()));
      // Last: a letter on its way out is sent to its end.
      await room.stop();
    },
  };
};
