import type { DeskId } from '@reglament/desk';
import { keepConcerns } from '../store/concerns.ts';
import { databaseOffsets } from '../store/queries/time-zones.ts';
import { concernWords } from '../text/concern-words.ts';
import { checkTimeZones } from '../time-zones/check-time-zones.ts';
import type { Offsets } from '../time-zones/compare-offsets.ts';
import { concernKey } from '../time-zones/concern.ts';
import { concernsOf } from '../use-cases/concerns-of.ts';
import type { Context } from '../use-cases/context.ts';

export interface WatchedDesk {
  readonly deskId: DeskId;
  readonly slug: string;
}

export interface WatchTimeOptions {
  readonly desks: readonly WatchedDesk[];
  readonly say: (line: string) => void;
  /** Of the database, unless somebody else's are to be compared. */
  readonly offsets?: Offsets;
}

/**
 * Looks whether the time that desks count in can be trusted: time-zone data, next year's calendar, hours that come. What is wrong
 * is kept for the administrators of the desk and said once; what was mended goes.
 */
export const watchTime = async (context: Context, options: WatchTimeOptions): Promise<void> => {
  const { desks, say } = options;
  const { offsets = (zone, instants) => databaseOffsets(context.db.plain, zone, instants) } = options;
  const now = context.now();
  const inForce = await Promise.all(desks.map(({ deskId }) => context.regulations.inForce(deskId, now)));
  const zones = new Set(inForce.flatMap((one) => one.regulation.schedules.map((s) => s.schedule.zone)));
  const disagreements = await checkTimeZones([...zones], now, offsets);
  for (const [index, { deskId, slug }] of desks.entries()) {
    const known = inForce[index];
    if (known === undefined) continue;
    const concerns = concernsOf(known, disagreements, now);
    const fresh = await context.db.inDesk(deskId, (q) => keepConcerns(q, deskId, 'time', concerns, now));
    for (const concern of concerns)
      if (fresh.includes(concernKey(concern))) say(`${slug}: ${concernWords(concern, known.regulation).en}`);
    if (fresh.length > 0) context.hint({ deskId, kind: 'notification', number: 0 });
  }
};
