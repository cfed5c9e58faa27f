import { calendarOf } from '@reglament/desk';
import { instant, type Instant } from '@reglament/working-time';
import type { Identity } from '../identity/identity.ts';
import type { Desk } from '../store/queries/desks.ts';
import type { Context } from '../use-cases/context.ts';
import { layOutCustomers } from './lay-out-customers.ts';
import { layOutStaff, type Staff } from './staff.ts';
import { deskDemos } from './stories/desk-demos.ts';
import { type Deliver, tellDesk } from './tell-desk.ts';
import { movedContext } from './told-desk.ts';

export interface DemoDeps {
  readonly context: Context;
  readonly identity: Identity;
  readonly say: (line: string) => void;
  /** The desks that there are, by slug; stories of others are left out. */
  readonly desks: ReadonlyMap<string, Desk>;
  /**
   * Sends what the moved context owes, keeping the letters: with it letters and the clocks that they stop are dated in
   * the stories. Without it the letters stay owed and go out after the start.
   */
  readonly deliver?: Deliver;
}

/** Older than any story, so that the clock only moves on. */
const LONG_AGO_MS = 120 * 86_400_000;
const nobodySends: Deliver = () => Promise.resolve(false);

const layOutDesk = async (deps: DemoDeps, desk: Desk, staff: Staff, end: Instant): Promise<void> => {
  const demo = deskDemos[desk.slug];
  const cast = staff.get(desk.slug);
  if (demo === undefined || cast === undefined) return;
  const { calendars } = await deps.context.regulations.inForce(desk.deskId, end);
  const companies = await layOutCustomers(deps.context, desk.deskId, demo.companies, end);
  const moved = movedContext(deps.context, desk.deskId, instant(end - LONG_AGO_MS));
  await tellDesk({ desk, demo, cast, companies, end, calendar: calendarOf(calendars, demo.hours), ...moved }, deps.deliver ?? nobodySends);
};

/**
 * Lays out the demo in an empty database: people, customers, and the stories of the last days told through the
 * use-cases with the clock set back. All names, phones and addresses are invented; addresses end in .example.
 */
export const layOutDemo = async (deps: DemoDeps): Promise<void> => {
  const end = deps.context.now();
  const staff = await layOutStaff({ db: deps.context.db, identity: deps.identity, say: deps.say, desks: new Map([...deps.desks].filter(([slug]) => slug in deskDemos)) });
  await Promise.all([...deps.desks.values()].map((desk) => layOutDesk(deps, desk, staff, end)));
};
