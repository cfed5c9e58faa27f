import { setAsideLetter } from '../channels/mail/set-aside-letter.ts';
import { markSetAside, unreadableDeliveries } from '../store/letter-deliveries.ts';
import type { Context } from '../use-cases/context.ts';
import { mailboxName, type MailboxToWatch } from './watch-mailboxes.ts';

const BATCH = 10;

/** Moves letters that could not be read into the mailbox's folder Desk/Failed; what fails is tried again next time. */
export const setAsideLetters = async (
  context: Context,
  mailboxes: readonly MailboxToWatch[],
  onError: (error: unknown) => void,
): Promise<boolean> => {
  for (const { deskId, account } of mailboxes) {
    const mailbox = mailboxName(account);
    const deliveries = await context.db.inDesk(deskId, (q) =>
      unreadableDeliveries(q, deskId, mailbox, BATCH),
    );
    for (const delivery of deliveries) {
      try {
        await setAsideLetter(account, delivery);
        await context.db.inDesk(deskId, (q) => markSetAside(q, deskId, mailbox, delivery, context.now()));
      } catch (error) {
        onError(error);
      }
    }
  }
  return false;
};
