import { compareJournals, JournalDrift } from '../jobs/compare-journals.ts';
import type { StillDesk } from './still-desk.ts';

/** Where journals, rows and recounted deadlines tell different stories. */
export const differencesAt = async (desk: StillDesk): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  const desks = desk.opened.desks.map((d) => d.deskId);
  await compareJournals(desk.context, desks, (error) =>
    found.push(error instanceof JournalDrift ? error.drift : error),
  );
  return found;
};

/** How much has happened to the tickets, and what. */
export const turnsAt = async (
  desk: StillDesk,
): Promise<{ readonly events: number; readonly types: readonly string[] }> => {
  const told = await desk.rows<{ type: string; count: number }>(
    `select case when type = 'ClockRetargeted' then type || ' ' || (body ->> 'cause') else type end as type, count(*) from journal group by 1 order by 1`,
  );
  return { events: told.reduce((sum, one) => sum + one.count, 0), types: told.map((one) => one.type) };
};

/** Without these a random desk has proved little. */
export const TURNS = [
  'ClockArmed',
  'ClockPaused',
  'ClockResumed',
  'ClockReopened',
  'ClockStopped',
  'ClockStopWithdrawn',
  'ClockBreached',
  'ClockWarned',
  'ClockRetargeted calendar',
  'ClockRetargeted edition',
  'EditionFollowed',
  'ClockRetargeted package',
  'ClockRetargeted priority',
] as const;
