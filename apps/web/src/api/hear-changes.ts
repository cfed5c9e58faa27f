import { wasBegunLongAgo } from './begun.ts';

/** What is heard, and what happens when nothing is. */
export interface Hearing {
  readonly address: string;
  readonly events: Readonly<Record<string, (event: MessageEvent) => void>>;
  readonly onLost: (isLost: boolean) => void;
  /** Heard again after a break: whatever happened meanwhile was missed. */
  readonly onReturn: () => void;
  /** The server answered, and not with a stream: perhaps nobody is signed in any more. */
  readonly onRefused: () => void;
}

/** A break that heals faster is not worth a word. */
const SILENCE_MS = 2_000;
const RETRY_MS = 4_000;
/** The server says every four seconds that it is there; nothing for so long is a connection that only looks open. */
const DEAF_MS = 15_000;
const LOOK_MS = 5_000;
/** A page that nobody sees gives its connection back: a browser has six for a site, however many tabs there are. */
const HIDDEN_MS = 10_000;

/**
 * Hears the server's events until the returned function is called. A broken, silent or refused connection is opened again;
 * so is that of a page that slept, of a tab that was hidden, and of a computer that was offline.
 */
export const hearChanges = ({ address, events, onLost, onReturn, onRefused }: Hearing): (() => void) => {
  let source: EventSource | null = null;
  let hasMissed = wasBegunLongAgo();
  // By the wall clock, which goes on while the computer sleeps.
  let heardAt = Date.now();
  let silence: number | undefined;
  let retry: number | undefined;
  let hidden: number | undefined;

  const isBack = () => {
    heardAt = Date.now();
    window.clearTimeout(silence);
    silence = undefined;
    onLost(false);
  };
  const close = () => {
    source?.close();
    source = null;
    hasMissed = true;
    window.clearTimeout(retry);
  };
  const handleOpen = () => {
    isBack();
    if (hasMissed) onReturn();
    hasMissed = false;
  };
  const handleError = () => {
    hasMissed = true;
    silence ??= window.setTimeout(() => onLost(true), SILENCE_MS);
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    onRefused();
    retry = window.setTimeout(open, RETRY_MS);
  };
  function open() {
    source?.close();
    window.clearTimeout(retry);
    heardAt = Date.now();
    source = new EventSource(address);
    source.addEventListener('open', handleOpen);
    source.addEventListener('error', handleError);
    source.addEventListener('alive', isBack);
    for (const [name, handle] of Object.entries(events)) source.addEventListener(name, handle);
  }
  const openAgain = () => {
    close();
    open();
  };
  const look = window.setInterval(() => {
    if (source !== null && Date.now() - heardAt > DEAF_MS) openAgain();
  }, LOOK_MS);
  const handleOffline = () => onLost(true);
  const handleVisibility = () => {
    window.clearTimeout(hidden);
    if (document.hidden) hidden = window.setTimeout(close, HIDDEN_MS);
    else if (source === null) open();
  };

  open();
  window.addEventListener('offline', handleOffline);
  window.addEventListener('online', openAgain);
  document.addEventListener('visibilitychange', handleVisibility);
  return () => {
    close();
    window.removeEventListener('offline', handleOffline);
    window.removeEventListener('online', openAgain);
    document.removeEventListener('visibilitychange', handleVisibility);
    for (const timer of [silence, hidden, look]) window.clearTimeout(timer);
  };
};
