import { instant, type Instant } from '@reglament/working-time';
import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { turnCertificates } from '../../apps/server/src/jobs/turn-certificates.ts';
import { moscow } from '../../apps/server/src/testing/still-desk.ts';
import { type Mail, startMail } from '../mail.ts';
import { type Product, startProduct } from '../product.ts';

/** The whole product with real mailboxes, whose clock the test sets; between settings it goes on as clocks do. */
export interface MovedProduct extends Product {
  readonly mail: Mail;
  readonly now: () => Instant;
  /**
   * Sets the clocks of the server and of every browser, `2025-02-03 10:00` in Moscow, and brings certificates the turns that
   * are due: the server's own round, which comes every ten seconds, without waiting for it.
   */
  readonly at: (text: string) => Promise<void>;
}

/** Starts it all with the clock set. Stop it in `afterAll`. */
export const startMovedProduct = async (desks: readonly string[], begin: string): Promise<MovedProduct> => {
  let base: number = moscow(begin);
  let setAt = performance.now();
  const now = (): Instant => instant(base + Math.round(performance.now() - setAt));
  const mail = await startMail(desks);
  const product = await startProduct({ mail: mail.settings }, now);
  const contexts = new Set<BrowserContext>();
  return {
    ...product,
    mail,
    now,
    at: async (text) => {
      base = moscow(text);
      setAt = performance.now();
      expect(contexts.size).toBeGreaterThan(0);
      await Promise.all([...contexts].map((context) => context.clock.setFixedTime(base)));
      const fail = (error: unknown): never => {
        throw error;
      };
      while (await turnCertificates(product.server.opened.context, fail));
    },
    visitor: async (options) => {
      const context = await product.visitor(options);
      await context.clock.setFixedTime(now());
      contexts.add(context);
      context.once('close', () => contexts.delete(context));
      return context;
    },
    stop: async () => {
      await product.stop();
      await mail.stop();
    },
  };
};
