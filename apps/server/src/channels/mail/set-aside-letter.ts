import { makeImapClient } from './imap-client.ts';
import type { MailServer } from './mail-server.ts';

/** Folder of the mailbox that letters go to which we could not read. */
const FAILED = ['Desk', 'Failed'];

export interface LetterInMailbox {
  readonly uidValidity: string;
  readonly uid: number;
}

/**
 * Moves a letter out of the way on the mail server, where people look for it.
 *
 * @returns false when the letter is not there any more: somebody moved it, or the mailbox was made anew.
 * @throws when the server can't be talked to.
 */
export const setAsideLetter = async (
  account: MailServer & { readonly user: string; readonly password: string; readonly mailbox: string },
  letter: LetterInMailbox,
): Promise<boolean> => {
  const client = makeImapClient(account);
  // Without a listener the library's late errors would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.mailboxCreate(FAILED);
    const box = await client.mailboxOpen(account.mailbox);
    if (String(box.uidValidity) !== letter.uidValidity) return false;
    const folder = FAILED.join(box.delimiter);
    const moved = await client.messageMove(String(letter.uid), folder, { uid: true });
    return moved !== false;
  } finally {
    await client.logout().catch(() => client.close());
  }
};
