import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { watchMailbox } from '../channels/mail/imap-mailbox.ts';
import type { ImapAccount } from '../config.ts';
import { lastUid } from '../store/letters.ts';
import type { Context } from '../use-cases/context.ts';
import { keepLetter } from '../use-cases/keep-letter.ts';

export interface MailboxToWatch {
  readonly deskId: DeskId;
  readonly account: ImapAccount;
}

/** Names a mailbox for good: the key under which its UIDs are remembered. */
export const mailboxName = (a: ImapAccount): string =>
  `imap://${encodeURIComponent(a.user)}@${a.host}:${a.port}/${a.mailbox}`;

/** Watches one desk's mailbox: each letter is kept and committed before it is flagged as seen. */
export const watchDeskMailbox = (
  context: Context,
  { deskId, account }: MailboxToWatch,
  onState: (state: string, detail: string) => void,
): { readonly stop: () => Promise<void> } => {
  const mailbox = mailboxName(account);
  return watchMailbox({
    ...account,
    keep: async (letter) => {
      await keepLetter(context, {
        deskId,
        raw: letter.raw,
        receivedAt: letter.receivedAt as Instant,
        truncated: letter.tooLarge,
        delivery: { mailbox, uidValidity: letter.uidValidity, uid: letter.uid },
      });
    },
    known: async (uidValidity) => ({
      lastUid: await context.db.inDesk(deskId, (q) => lastUid(q, deskId, mailbox, uidValidity)),
    }),
    onState,
  });
};
