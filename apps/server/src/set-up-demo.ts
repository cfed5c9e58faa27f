import type { DeskId } from '@reglament/desk';
import { deliverOutbox } from './jobs/deliver-outbox.ts';
import { startMailer } from './jobs/mailer.ts';
import type { Opened } from './open.ts';
import { aloneInFirstStart, markDemo, readInstallation } from './store/installation.ts';
import type { Desk } from './store/queries/desks.ts';

/** Lays out the demo once, in a database that has none. Its letters are kept, dated when they would have gone. */
export const setUpDemo = async (
  opened: Opened,
  baseUrl: string,
  say: (line: string) => void,
): Promise<void> => {
  if (opened.installation.demoSince !== null) return;
  await aloneInFirstStart(opened.databaseUrl, async () => {
    const { demoSince } = await readInstallation(opened.context.db.plain);
    if (demoSince === null) await layOut(opened, baseUrl, say);
  });
};

const layOut = async (opened: Opened, baseUrl: string, say: (line: string) => void): Promise<void> => {
  const { context, identity, desks } = opened;
  // Only the first start needs its stories.
  const { layOutDemo } = await import('./demo/lay-out-demo.ts');
  const byId = new Map(desks.map((d) => [d.deskId, d]));
  const desk = (id: DeskId): Desk => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`desk ${id} is not known`);
    return found;
  };
  const mailer = startMailer(new Map());
  const onError = (error: unknown): never => {
    throw error;
  };
  const laidOut = await layOutDemo({
    context,
    identity,
    say,
    desks: new Map(desks.map((d) => [d.slug, d])),
    deliver: (moved) => deliverOutbox(moved, { mailer, baseUrl, desk, onError }),
  });
  if (laidOut) await markDemo(context.db.plain, context.now());
};
