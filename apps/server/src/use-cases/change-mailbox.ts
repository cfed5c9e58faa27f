import type { MailboxAccounts } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import { setMailAddress } from '../store/desks.ts';
import { forgetMailboxStates, isAddressTaken, keepMailbox, lockDesk } from '../store/mailboxes.ts';
import {
  type KeptImap,
  type KeptMailbox,
  keptMailbox,
  type KeptSmtp,
  salesAddressOf,
} from '../store/queries/mailboxes.ts';
import type { SecretBox } from '../tokens/secret-box.ts';
import type { Context } from './context.ts';
import { secretName } from './secret-name.ts';

type Imap = NonNullable<MailboxAccounts['imap']>;
type Smtp = NonNullable<MailboxAccounts['smtp']>;

interface Server {
  readonly host: string;
  readonly port: number;
}

/** A kept password goes to the server and the user that it was given for, and nowhere else. */
const isSame = (kept: Server & { readonly user: string }, asked: Server & { readonly user: string | null }) =>
  kept.host === asked.host && kept.port === asked.port && kept.user === asked.user;

/** The password to sign in with; null: none is given, and the kept one does not belong to this server and user. */
export const imapPassword = async (
  secrets: SecretBox,
  deskId: DeskId,
  kept: KeptImap | null,
  asked: Imap,
): Promise<string | null> =>
  asked.password ??
  (kept !== null && isSame(kept, asked) ? secrets.open(kept.secret, secretName(deskId, 'imap')) : null);

/** The same for letters that go out; undefined: the server wants no sign-in. */
export const smtpPassword = async (
  secrets: SecretBox,
  deskId: DeskId,
  kept: KeptSmtp | null,
  asked: Smtp,
): Promise<string | null | undefined> => {
  if (asked.user === null) return undefined;
  if (asked.password !== null) return asked.password;
  const login = kept?.login ?? null;
  if (kept === null || login === null || !isSame({ ...kept, user: login.user }, asked)) return null;
  return secrets.open(login.secret, secretName(deskId, 'smtp'));
};

export type MailboxChanged =
  | { readonly kind: 'done' }
  | { readonly kind: 'stale'; readonly version: number }
  /** A password is missing, or the address belongs to another desk, or to sales of this one. */
  | { readonly kind: 'wrong'; readonly pointer: string; readonly code: 'required' | 'taken' | 'same' };

interface Change extends MailboxAccounts {
  readonly deskId: DeskId;
  readonly address: string | null;
  readonly trustedAuthserv: string | null;
  readonly seenVersion: number;
}

/** Sets the mailbox of a desk; its passwords are sealed before they reach the database. */
export const changeMailbox = (
  context: Context,
  secrets: SecretBox,
  { deskId, imap, smtp, address, trustedAuthserv, seenVersion }: Change,
): Promise<MailboxChanged> =>
  context.db.inDesk(deskId, async (q): Promise<MailboxChanged> => {
    await lockDesk(q, deskId);
    const kept = await keptMailbox(q, deskId);
    const version = kept?.version ?? 0;
    if (version !== seenVersion) return { kind: 'stale', version };
    const imapSecret = imap === null ? null : await imapPassword(secrets, deskId, kept?.imap ?? null, imap);
    if (imap !== null && imapSecret === null)
      return { kind: 'wrong', pointer: '/imap/password', code: 'required' };
    const smtpSecret =
      smtp === null ? undefined : await smtpPassword(secrets, deskId, kept?.smtp ?? null, smtp);
    if (smtpSecret === null) return { kind: 'wrong', pointer: '/smtp/password', code: 'required' };
    if (address !== null) {
      if (address === (await salesAddressOf(q, deskId)))
        return { kind: 'wrong', pointer: '/address', code: 'same' };
      if (await isAddressTaken(q, deskId, address))
        return { kind: 'wrong', pointer: '/address', code: 'taken' };
      await setMailAddress(q, deskId, address);
    }
    const next: KeptMailbox = {
      deskId,
      version: version + 1,
      imap:
        imap === null || imapSecret === null
          ? null
          : {
              host: imap.host,
              port: imap.port,
              secure: imap.secure,
              user: imap.user,
              folder: imap.folder,
              secret: await secrets.seal(imapSecret, secretName(deskId, 'imap')),
            },
      smtp:
        smtp === null
          ? null
          : {
              host: smtp.host,
              port: smtp.port,
              secure: smtp.secure,
              login:
                smtp.user === null || smtpSecret === undefined
                  ? null
                  : { user: smtp.user, secret: await secrets.seal(smtpSecret, secretName(deskId, 'smtp')) },
            },
      trustedAuthserv,
    };
    await keepMailbox(q, next, context.now());
    await forgetMailboxStates(q, deskId);
    return { kind: 'done' };
  });
