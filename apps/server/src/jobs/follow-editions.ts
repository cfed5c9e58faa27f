import type { DeskId, RegulationVersionId } from '@reglament/desk';
import type { Context } from '../use-cases/context.ts';
import { followEditionsOfDesk } from '../use-cases/follow-editions.ts';

/** A round ends after this long, so that a server that is to stop does not wait for all tickets of a large desk. */
const ROUND_MS = 5000;
/** Another node may still register tickets by the edition before, as long as it believes its list. */
const SETTLED_MS = 15_000;
/** A ticket of a node whose clock is behind goes over with its next command or alarm, and with the next look at the latest. */
const AGAIN_MS = 600_000;

export interface FollowEditionsOptions {
  readonly say: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

interface Settled {
  readonly version: RegulationVersionId;
  readonly at: number;
}

/** A round for a loop: open tickets go over to the editions in force that they follow. It says true when there is more to do. */
export const followEditions = (
  context: Context,
  deskIds: readonly DeskId[],
  { say, onError }: FollowEditionsOptions,
): (() => Promise<boolean>) => {
  const settled = new Map<DeskId, Settled>();
  const look = async (deskId: DeskId, isOver: () => boolean): Promise<boolean> => {
    const begun = context.now();
    const edition = await context.regulations.followed(deskId, begun);
    if (edition === null) return false;
    const { regulationVersionId: version, effectiveFrom } = edition;
    const before = settled.get(deskId);
    if (before?.version === version && begun - before.at < AGAIN_MS) return false;
    const { outcome, gone } = await followEditionsOfDesk(context, deskId, edition, { onError, isOver });
    if (gone > 0) say(`An edition is in force that open tickets follow: ${gone} went over to it.`);
    if (outcome === 'done' && begun - effectiveFrom >= SETTLED_MS)
      settled.set(deskId, { version, at: begun });
    return outcome === 'more';
  };
  return async () => {
    const until = performance.now() + ROUND_MS;
    let more = false;
    for (const deskId of deskIds) more = (await look(deskId, () => performance.now() > until)) || more;
    return more;
  };
};
