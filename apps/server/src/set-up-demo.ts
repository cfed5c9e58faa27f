import type { Opened } from './open.ts';
import { markDemo } from './store/installation.ts';

/** Lays out the demo once, in a database that has none. */
export const setUpDemo = async (opened: Opened, say: (line: string) => void): Promise<void> => {
  const { installation, context, identity, desks } = opened;
  if (installation.demoSince !== null) return;
  // Only the first start needs its stories.
  const { layOutDemo } = await import('./demo/lay-out-demo.ts');
  await layOutDemo({ context, identity, say, desks: new Map(desks.map((d) => [d.slug, d])) });
  await markDemo(context.db.plain, context.now());
};
