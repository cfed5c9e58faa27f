import { simpleParser } from 'mailparser';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { keyOf } from './status-browser.ts';
import { stillApp } from './still-app.ts';
import type { StillDesk } from './still-desk.ts';

/** What is typed into a form; its key is that of the page unless another is given. */
export type Typed = Readonly<Record<string, string>>;

/** A customer's browser without scripts on the moved clock, and the mailbox that letters go to. */
export interface SupportBrowser {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  /** As no form of ours does. */
  readonly ask: (method: 'PUT' | 'DELETE' | 'PATCH', path: string) => Promise<LightMyRequestResponse>;
  /** The text of a page; throws where it is none. */
  readonly page: (path: string) => Promise<string>;
  /** Sends a form of the page at `path` to `action`; follows no redirect. */
  readonly send: (
    path: string,
    action: string,
    typed: Typed,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
  /** Letters to an address, the oldest first. */
  readonly letters: (to: string) => Promise<readonly { readonly subject: string; readonly text: string }[]>;
  /** The page's path in the last letter to an address. */
  readonly link: (to: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const openSupportBrowser = async (still: StillDesk): Promise<SupportBrowser> => {
  const app = await stillApp(still);
  const inject = (request: InjectOptions): Promise<LightMyRequestResponse> => app.inject(request);
  const get: SupportBrowser['get'] = (path, headers = {}) => inject({ method: 'GET', url: path, headers });
  const page: SupportBrowser['page'] = async (path) => {
    const answer = await get(path);
    if (answer.statusCode !== 200)
      throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(-400)}`);
    return answer.body;
  };
  const letters: SupportBrowser['letters'] = async (to) => {
    await still.deliver();
    const own = still.sink.letters.filter((letter) => letter.to.includes(to));
    return Promise.all(
      own.map(async ({ raw }) => {
        const { subject = '', text = '' } = await simpleParser(raw);
        return { subject, text };
      }),
    );
  };
  return {
    get,
    page,
    send: async (path, action, typed, headers = {}) => {
      const key = typed['key'] ?? keyOf(await page(path));
      return inject({
        method: 'POST',
        url: action,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams({ ...typed, key }).toString(),
      });
    },
    ask: (method, path) => inject({ method, url: path }),
    letters,
    link: async (to) => {
      const last = (await letters(to)).at(-1);
      const url = /https:\/\/desk\.example(\/c\/\S+)/.exec(last?.text ?? '')?.[1];
      if (url === undefined) throw new Error(`no link in the last letter to ${to}: ${last?.text ?? 'none'}`);
      return url;
    },
    close: async () => {
      await app.close();
    },
  };
};
