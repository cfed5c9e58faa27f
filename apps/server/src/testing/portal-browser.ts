import { endpoints } from '@reglament/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { stillApp } from './still-app.ts';
import type { StillDesk } from './still-desk.ts';
import { addAccount } from './test-desk.ts';

/** Something that the portal would not do, as it says so. */
export interface PortalRefusal {
  readonly status: number;
  readonly code: string;
  readonly refusal?: string;
  readonly clause?: string;
  readonly detail: string;
}

/** A customer who has signed in, on the moved clock: the portal of one desk. */
export interface PortalBrowser {
  /** What a screen reads, by its path in the portal; empty: the portal itself. @throws where it is not served. */
  readonly get: <T>(path: string) => Promise<T>;
  /** The answer as it came. */
  readonly ask: (path: string) => Promise<LightMyRequestResponse>;
  /** What a screen sends; `key` as of the form, a new one unless given. */
  readonly send: (
    path: string,
    body: object,
    key?: string,
    method?: 'POST' | 'PATCH',
  ) => Promise<LightMyRequestResponse>;
  /** The same, and it must be done. @throws with what was said. */
  readonly post: <T>(path: string, body: object) => Promise<T>;
  /** The same, and it must be refused. @throws where it was done. */
  readonly refused: (path: string, body: object) => Promise<PortalRefusal>;
  readonly close: () => Promise<void>;
}

/** Gives the address an account, signs in and opens the portal of a desk. */
export const openPortalBrowser = async (
  still: StillDesk,
  slug: string,
  email: string,
): Promise<PortalBrowser> => {
  const app = await stillApp(still);
  // On a busy machine an answer may be late; then the server asks to come again.
  const inject = async (request: InjectOptions, tries = 5): Promise<LightMyRequestResponse> => {
    const answer = await app.inject(request);
    return answer.statusCode === 503 && tries > 1 ? inject(request, tries - 1) : answer;
  };
  const { password } = await addAccount(still.opened, email);
  const signedIn = await inject({
    method: 'POST',
    url: endpoints.signIn.path,
    payload: { email, password },
  });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const urlOf = (path: string): string => `/api/portal/${slug}${path === '' ? '' : `/${path}`}`;
  const ask: PortalBrowser['ask'] = (path) =>
    inject({ method: 'GET', url: urlOf(path), headers: { cookie } });
  const send: PortalBrowser['send'] = (path, payload, key = still.context.newId(), method = 'POST') =>
    inject({
      method,
      url: urlOf(path),
      headers: { cookie, 'idempotency-key': key },
      payload,
    });
  const done = (path: string, answer: LightMyRequestResponse): LightMyRequestResponse => {
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    return answer;
  };
  return {
    ask,
    send,
    get: async <T>(path: string) => done(path, await ask(path)).json<T>(),
    post: async <T>(path: string, body: object) => done(path, await send(path, body)).json<T>(),
    refused: async (path, body) => {
      const answer = await send(path, body);
      if (answer.statusCode < 400) throw new Error(`${path} was done: ${answer.body}`);
      return answer.json<PortalRefusal>();
    },
    close: async () => {
      await app.close();
    },
  };
};
