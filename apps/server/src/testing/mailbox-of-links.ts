import type { Config } from '../config.ts';
import { parseLetter } from '../channels/mail/parse-letter.ts';
import { startSmtpSink } from './letters/smtp-sink.ts';
import { eventually } from './start-test-server.ts';

/** A mail server that takes the desks' letters, read by whoever the links in them are for. */
export interface LinkMailbox {
  readonly settings: Config['mail'];
  /** Letters to an address so far. */
  readonly count: (address: string) => number;
  /** Subject, text, and the last part of the link of the newest letter to an address, after so many before it. */
  readonly newest: (
    address: string,
    after?: number,
  ) => Promise<{
    readonly subject: string;
    readonly text: string;
    readonly url: string;
    readonly token: string;
  }>;
  readonly stop: () => Promise<void>;
}

export const startLinkMailbox = async (slugs: readonly string[]): Promise<LinkMailbox> => {
  const sink = await startSmtpSink();
  const smtp = { host: sink.host, port: sink.port, secure: false };
  const to = (address: string) => sink.letters.filter((letter) => letter.to.includes(address));
  return {
    settings: Object.fromEntries(slugs.map((slug) => [slug, { address: `support@${slug}.example`, smtp }])),
    count: (address) => to(address).length,
    newest: async (address, after = 0) => {
      const { raw } = await eventually(async () => (to(address).length > after ? to(address).at(-1) : null));
      const parsed = await parseLetter(raw, { trustedAuthserv: null, ownAddresses: [] });
      if (!parsed.ok) throw new Error(`a letter of ours can't be read: ${parsed.reason}`);
      const { subject, text } = parsed.letter;
      const url = /https?:\/\/\S+\/enter\/[a-z2-7]{52}/.exec(text)?.[0] ?? '';
      return { subject, text, url, token: url.slice(url.lastIndexOf('/') + 1) };
    },
    stop: sink.stop,
  };
};
