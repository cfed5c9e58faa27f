import type { Instant } from '@reglament/working-time';
import type { Config } from '../apps/server/src/config.ts';
import { parseLetter, type ParsedLetter } from '../apps/server/src/channels/mail/parse-letter.ts';
import { startDovecot } from '../apps/server/src/testing/dovecot.ts';
import { rawLetter } from '../apps/server/src/testing/letters/raw-letter.ts';
import { startSmtpSink } from '../apps/server/src/testing/letters/smtp-sink.ts';
import { eventually } from '../apps/server/src/testing/start-test-server.ts';

/** A customer's letter as they would write it. */
export interface Written {
  readonly from: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  /** The desk's own address unless said. */
  readonly to?: string;
}

/** Real mailboxes of desks, and a real mail server that keeps what the desks send. */
export interface Mail {
  readonly settings: Config['mail'];
  /** `receivedAt`: when the mailbox says that it came, now unless given. */
  readonly deliver: (desk: string, letter: Written | Uint8Array, receivedAt?: Instant) => Promise<void>;
  /** The first letter to the address whose text holds the words, waited for; the first `after` letters don't count. */
  readonly received: (address: string, words: string, after?: number) => Promise<ParsedLetter>;
  /** How many letters went to the address so far. */
  readonly count: (address: string) => number;
  /** Texts of everything sent so far, to whomever. */
  readonly everything: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

let count = 0;

/** The letter as it goes over the wire. */
export const bytesOf = (desk: string, letter: Written): Buffer => {
  count += 1;
  return rawLetter(
    [
      ['From', `${encoded(letter.name)} <${letter.from}>`],
      ['To', letter.to ?? `support@${desk}.example`],
      ['Subject', encoded(letter.subject)],
      ['Message-ID', `<${process.pid}.${count}@${letter.from.split('@')[1] ?? 'nowhere.example'}>`],
      ['MIME-Version', '1.0'],
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Content-Transfer-Encoding', '8bit'],
    ],
    letter.text,
  );
};

const read = async (raw: Buffer): Promise<ParsedLetter> => {
  const result = await parseLetter(raw, { trustedAuthserv: null, ownAddresses: [] });
  if (!result.ok) throw new Error(`a letter of ours can't be read: ${result.reason}`);
  return result.letter;
};

/** Starts Dovecot with a mailbox for each desk, and the sink. */
export const startMail = async (desks: readonly string[]): Promise<Mail> => {
  const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  const settings: Record<string, Config['mail'][string]> = {};
  for (const desk of desks) {
    const { user, password } = await dovecot.user(desk.replace(/\W/g, ''));
    settings[desk] = {
      address: `support@${desk}.example`,
      imap: { host: dovecot.host, port: dovecot.port, secure: false, user, password, mailbox: 'INBOX' },
      smtp: { host: sink.host, port: sink.port, secure: false },
    };
  }
  return {
    settings,
    deliver: (desk, letter, receivedAt) =>
      dovecot.deliver(
        desk.replace(/\W/g, ''),
        letter instanceof Uint8Array ? letter : bytesOf(desk, letter),
        receivedAt,
      ),
    count: (address) => sink.letters.filter((letter) => letter.to.includes(address)).length,
    received: (address, words, after = 0) =>
      eventually(async () => {
        for (const one of sink.letters.filter((letter) => letter.to.includes(address)).slice(after)) {
          const letter = await read(one.raw);
          if (letter.text.includes(words)) return letter;
        }
        return null;
      }),
    everything: async () => {
      const letters = await Promise.all(sink.letters.map((one) => read(one.raw)));
      return letters.map((letter) => `${letter.subject}\n${letter.text}\n${letter.html ?? ''}`).join('\n\n');
    },
    stop: async () => {
      await dovecot.stop();
      await sink.stop();
    },
  };
};

/** Path of the ticket's status page that a letter leads to. */
export const statusPath = (letter: ParsedLetter): string => {
  const found = /https?:\/\/[^\s/]+(\/t\/[^\s)>\]]+)/.exec(letter.text)?.[1];
  if (found === undefined) throw new Error(`no status link in: ${letter.text}`);
  return found;
};
