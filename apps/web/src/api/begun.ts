/** A request that the page made before any of its code had come. */
export interface Begun {
  /** When it was sent, of `performance.now`. */
  readonly at: number;
  readonly answer: Promise<Response>;
}

declare global {
  interface Window {
    /** By address; filled by begin/begin-page.ts. */
    reglamentBegun?: Map<string, Begun>;
  }
}

/** An answer that waited longer for its page is asked for anew. */
const FRESH_MS = 30_000;
/** Changes of so short a time before the page listens are as likely missed without us. */
const HEARD_MS = 1_000;

let oldest = Number.POSITIVE_INFINITY;

/** The answer to a request that was made ahead, once; undefined: there is none. */
export const takeBegun = (address: string): Promise<Response> | undefined => {
  const found = window.reglamentBegun?.get(address);
  window.reglamentBegun?.delete(address);
  if (found === undefined || performance.now() - found.at > FRESH_MS) return undefined;
  oldest = Math.min(oldest, found.at);
  return found.answer;
};

/** Whether what is shown was asked for so long before that changes since then may have been missed. Said once. */
export const wasBegunLongAgo = (): boolean => {
  const isLong = performance.now() - oldest > HEARD_MS;
  oldest = Number.POSITIVE_INFINITY;
  return isLong;
};

/** Something is being done: what was answered before may be otherwise now, or another person's. */
export const forgetBegun = (): void => window.reglamentBegun?.clear();
