import type { DeskId } from '@reglament/desk';
import { startSmtpTransport } from '../channels/mail/send-letter.ts';
import type { SmtpAccount } from '../config.ts';

export type Sending =
  /** The receiving server took it, or, `kept`, the desk has no mail server and the letter stays on the letters page. */
  | { readonly accepted: true; readonly kept: boolean; readonly response: string }
  | { readonly accepted: false; readonly permanent: boolean; readonly response: string };

export interface Mailer {
  /** Whether the desk has a mail server; letters of the others are kept where administrators read them. */
  readonly sends: (deskId: DeskId) => boolean;
  readonly send: (
    deskId: DeskId,
    raw: Buffer,
    envelope: { readonly from: string; readonly to: string },
  ) => Promise<Sending>;
  readonly stop: () => Promise<void>;
}

/** One connection pool a desk with SMTP; the letters of the others go nowhere. */
export const startMailer = (accounts: ReadonlyMap<DeskId, SmtpAccount>): Mailer => {
  const transports = new Map(
    [...accounts].map(([deskId, { user, password, ...server }]) => {
      const credentials = {
        ...(user === undefined ? {} : { user }),
        ...(password === undefined ? {} : { password }),
      };
      return [deskId, startSmtpTransport({ ...server, ...credentials })] as const;
    }),
  );
  return {
    sends: (deskId) => transports.has(deskId),
    send: async (deskId, raw, envelope) => {
      const transport = transports.get(deskId);
      if (transport === undefined) return { accepted: true, kept: true, response: '' };
      const sent = await transport.send(raw, envelope);
      return sent.accepted ? { ...sent, kept: false } : sent;
    },
    stop: async () => {
      await Promise.all([...transports.values()].map((t) => t.stop()));
    },
  };
};
