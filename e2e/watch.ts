import type { BrowserContext } from 'playwright-core';

/** What pages did that they should not have. Filled as it happens. */
export interface Watch {
  /** Uncaught errors, and what the pages' own policy had to stop. */
  readonly faults: string[];
  /** Requests to anybody but the product. */
  readonly foreign: string[];
  /** What strangers' code said when it ran in one of our pages. */
  readonly executed: string[];
}

const isOurs = (url: string, origin: string): boolean =>
  url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);

/**
 * Watches every page of a browser. `window.__xss(words)` is the canary: only code that came from outside calls it, in
 * whatever frame it managed to run.
 */
export const watchContext = async (context: BrowserContext, origin: string, watch: Watch): Promise<void> => {
  await context.exposeBinding('__xss', (_source, words: unknown) => {
    watch.executed.push(String(words));
  });
  context.on('request', (request) => {
    if (!isOurs(request.url(), origin)) watch.foreign.push(`${request.resourceType()} ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    watch.executed.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => {
    watch.faults.push(error.error().stack ?? String(error.error()));
  });
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) watch.faults.push(message.text());
  });
};
