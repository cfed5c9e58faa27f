import type { DeskId } from '@reglament/desk';
import type { startLetterParser } from './channels/mail/letter-parser.ts';
import type { Config, SmtpAccount } from './config.ts';
import { compareJournals, nightly } from './jobs/compare-journals.ts';
import { deliverOutbox } from './jobs/deliver-outbox.ts';
import { forget } from './jobs/forget.ts';
import { startMailer } from './jobs/mailer.ts';
import { readLetters } from './jobs/read-letters.ts';
import { ringAlarms } from './jobs/ring-alarms.ts';
import { setAsideLetters } from './jobs/set-aside-letters.ts';
import { startLoop } from './jobs/start-loop.ts';
import { type MailboxToWatch, watchDeskMailbox } from './jobs/watch-mailboxes.ts';
import type { Opened, Talk } from './open.ts';
import type { Desk } from './store/queries/desks.ts';

export interface Jobs {
  readonly wakeReader: () => void;
  readonly wakeOutbox: () => void;
  readonly stop: () => Promise<void>;
}

const ALARM_MS = 500;
const OUTBOX_MS = 1000;
const READER_MS = 1000;
const SET_ASIDE_MS = 10_000;
const FORGET_MS = 3_600_000;
const COMPARE_MS = 600_000;

/** Starts everything that runs by itself: mailboxes, reading, delivering, ringing, forgetting. */
export const startJobs = (
  config: Config,
  opened: Opened,
  parser: ReturnType<typeof startLetterParser>,
  talk: Talk,
): Jobs => {
  const { context, desks, hub } = opened;
  const byId = new Map<DeskId, Desk>(desks.map((d) => [d.deskId, d]));
  const mailOf = (deskId: DeskId) => config.mail[byId.get(deskId)?.slug ?? ''];
  const smtp = new Map<DeskId, SmtpAccount>(
    desks.flatMap((d) =>
      config.mail[d.slug]?.smtp === undefined ? [] : [[d.deskId, config.mail[d.slug]?.smtp as SmtpAccount]],
    ),
  );
  const mailer = startMailer(smtp);
  const { onError } = talk;

  const desk = (deskId: DeskId): Desk => {
    const found = byId.get(deskId);
    if (found === undefined) throw new Error(`desk ${deskId} is not known to this node`);
    return found;
  };
  const toWatch: readonly MailboxToWatch[] = desks.flatMap((d) => {
    const account = config.mail[d.slug]?.imap;
    return account === undefined ? [] : [{ deskId: d.deskId, account }];
  });
  const reader = startLoop({
    everyMs: READER_MS,
    onError,
    round: () =>
      readLetters(context, {
        parse: parser.parse,
        ownAddresses: desks.map((d) => d.mailAddress),
        trustedAuthserv: (id) => mailOf(id)?.['trusted-authserv'] ?? null,
        onError,
      }),
  });
  const outbox = startLoop({
    everyMs: OUTBOX_MS,
    onError,
    round: () => deliverOutbox(context, { mailer, baseUrl: config.baseUrl, desk, onError }),
  });
  const loops = [
    reader,
    outbox,
    startLoop({ everyMs: ALARM_MS, onError, round: () => ringAlarms(context, onError) }),
    startLoop({ everyMs: SET_ASIDE_MS, onError, round: () => setAsideLetters(context, toWatch, onError) }),
    startLoop({
      everyMs: COMPARE_MS,
      onError,
      round: nightly({
        now: context.now,
        atOnce: opened.migrated,
        run: () =>
          compareJournals(
            context,
            desks.map((d) => d.deskId),
            onError,
          ),
      }),
    }),
    startLoop({ everyMs: FORGET_MS, onError, round: () => forget(context) }),
  ];
  // A change may have left a letter to read or a notice to send: no need to wait for the next round.
  const unlisten = hub.listen((hint) => (hint.kind === 'letter' ? reader.wake() : outbox.wake()));
  const mailboxes = toWatch.map((mailbox) =>
    watchDeskMailbox(
      context,
      mailbox,
      (state, detail) => state === 'error' && talk.say(`Mailbox of ${desk(mailbox.deskId).slug}: ${detail}`),
    ),
  );

  return {
    wakeReader: reader.wake,
    wakeOutbox: outbox.wake,
    stop: async () => {
      unlisten();
      await Promise.all(mailboxes.map((m) => m.stop()));
      await Promise.all(loops.map((l) => l.stop()));
      await mailer.stop();
    },
  };
};
