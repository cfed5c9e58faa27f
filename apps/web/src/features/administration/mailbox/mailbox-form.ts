import type { MailboxAccounts, MailboxPage } from '@reglament/contract';

/** One direction as it stands in the form: all text, as typed. */
export interface AccountForm {
  readonly host: string;
  readonly port: string;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  /** Of letters in. */
  readonly folder: string;
  /** A password is kept for the host, port and user that the form began with. */
  readonly hasPassword: boolean;
}

export interface MailboxForm {
  readonly address: string;
  readonly authserv: string;
  /** null: not connected. */
  readonly in: AccountForm | null;
  readonly out: AccountForm | null;
}

export const emptyAccount = (direction: 'in' | 'out'): AccountForm => ({
  host: '',
  port: direction === 'in' ? '993' : '465',
  secure: true,
  user: '',
  password: '',
  folder: 'INBOX',
  hasPassword: false,
});

/** The form as the page is kept; what the server's configuration says is no part of it. */
export const formOf = ({ address, trustedAuthserv, in: incoming, out }: MailboxPage): MailboxForm => ({
  address,
  authserv: trustedAuthserv ?? '',
  in:
    incoming.source !== 'desk' || incoming.account === null
      ? null
      : { ...incoming.account, port: String(incoming.account.port), password: '', hasPassword: true },
  out:
    out.source !== 'desk' || out.account === null
      ? null
      : {
          ...out.account,
          port: String(out.account.port),
          user: out.account.user ?? '',
          password: '',
          folder: '',
          hasPassword: out.account.user !== null,
        },
});

const orNull = (text: string): string | null => (text === '' ? null : text);

/** As the server is asked. */
export const accountsOf = (form: Pick<MailboxForm, 'in' | 'out'>): MailboxAccounts => ({
  imap:
    form.in === null
      ? null
      : {
          host: form.in.host.trim(),
          port: Number(form.in.port),
          secure: form.in.secure,
          user: form.in.user.trim(),
          password: orNull(form.in.password),
          folder: form.in.folder.trim(),
        },
  smtp:
    form.out === null
      ? null
      : {
          host: form.out.host.trim(),
          port: Number(form.out.port),
          secure: form.out.secure,
          user: orNull(form.out.user.trim()),
          password: form.out.user.trim() === '' ? null : orNull(form.out.password),
        },
});
