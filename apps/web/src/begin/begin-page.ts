import type { Begun } from '../api/begun.ts';
import type { Regulation } from '@reglament/desk';
import { readLanguage } from '../i18n/language.ts';
import { firstRequests, isOwnPage, type WhoIsThere } from './first-requests.ts';
import { screenAt } from './screen-at.ts';

/** Names without their folder, and by screen and language which of them; put there by build/begin-in-page.ts. */
declare const FIRST_FILES: {
  readonly names: readonly string[];
  readonly of: Readonly<Record<string, readonly number[]>>;
};

const language = readLanguage();
const { pathname } = window.location;
const begun = new Map<string, Begun>();
const asked = new Set<string>();

/** Read to its end, whoever takes it: an answer that nobody reads holds one of the browser's connections. */
const fetchWhole = async (address: string): Promise<Response> => {
  const answer = await fetch(address, {
    headers: { accept: 'application/json', 'accept-language': language },
  });
  const body = await answer.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, answer);
};

const begin = (address: string): Promise<Response> => {
  asked.add(address);
  const answer = fetchWhole(address);
  // Whoever takes it hears of it.
  answer.catch(() => undefined);
  begun.set(address, { at: performance.now(), answer });
  return answer;
};

const beginData = async (): Promise<void> => {
  const session = await begin('/api/session');
  if (!session.ok) return;
  const who = (await session.clone().json()) as WhoIsThere;
  const { location } = window;
  const answers = firstRequests(location, who).map(begin);
  const [regulation] = answers;
  // The list of a dispatcher, which the regulation has to choose.
  if (screenAt(pathname) !== 'queue' || regulation === undefined) return;
  const said = (await (await regulation).clone().json()) as Regulation;
  const then = firstRequests(location, who, said).filter((address) => !asked.has(address));
  for (const address of then) void begin(address);
};

const beginFiles = (): void => {
  const { names, of } = FIRST_FILES;
  for (const file of of[`${screenAt(pathname) ?? ''} ${language}`] ?? []) {
    const name = names[file] ?? '';
    const link = document.createElement('link');
    const isSheet = name.endsWith('.css');
    link.rel = isSheet ? 'preload' : 'modulepreload';
    if (isSheet) link.as = 'style';
    // As they will be asked for: what was asked for otherwise is another file to a browser.
    link.crossOrigin = '';
    link.href = `/assets/${name}`;
    document.head.append(link);
  }
};

// Before the files: a browser asks a site for six things at a time, and everything waits for who is there.
if (isOwnPage(pathname)) {
  window.reglamentBegun = begun;
  beginData().catch(() => undefined);
}
beginFiles();
