import { calendarOf, type Calendars } from '@reglament/desk';
import { instant, type Instant } from '@reglament/working-time';
import { type Identity, PersonRefused } from '../identity/identity.ts';
import type { Desk } from '../store/queries/desks.ts';
import { ticketByNumber } from '../store/queries/tickets.ts';
import type { Context } from '../use-cases/context.ts';
import { layOutAccounts } from './customers.ts';
import { layOutCatalogue } from './lay-out-catalogue.ts';
import { layOutCustomers } from './lay-out-customers.ts';
import { layOutInstallations } from './lay-out-installations.ts';
import { layOutTemplates } from './lay-out-templates.ts';
import { layOutStaff, type Staff } from './staff.ts';
import { demoCatalogues } from './stories/catalogues.ts';
import { deskDemos } from './stories/desk-demos.ts';
import { demoUse } from './stories/installations.ts';
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

const layOutDesk = async (
  deps: DemoDeps,
  desk: Desk,
  staff: Staff,
  calendars: Calendars,
  end: Instant,
): Promise<void> => {
  const demo = deskDemos[desk.slug];
  const cast = staff.get(desk.slug);
  if (demo === undefined || cast === undefined) return;
  const { regulation } = await deps.context.regulations.inForce(desk.deskId, end);
  await layOutCatalogue(deps.context, desk.deskId, demoCatalogues[desk.slug] ?? {}, regulation, end);
  const companies = await layOutCustomers(deps.context, desk.deskId, demo.companies, end);
  const use = demoUse[desk.slug] ?? { installations: [], licences: [] };
  await layOutInstallations(deps.context, desk.deskId, use, companies, regulation, end);
  await layOutTemplates(deps.context, desk.deskId, end);
  const moved = movedContext(deps.context, desk.deskId, instant(end - LONG_AGO_MS));
  await tellDesk(
    { desk, demo, cast, companies, end, calendar: calendarOf(calendars, demo.hours), ...moved },
    deps.deliver ?? nobodySends,
  );
};

/** A desk with a ticket is in use, or has a demo that was interrupted: nothing is added to either. */
const isUsed = async ({ context, desks }: DemoDeps): Promise<boolean> => {
  const first = await Promise.all(
    [...desks.values()].map(({ deskId }) => context.db.inDesk(deskId, (q) => ticketByNumber(q, deskId, 1))),
  );
  return first.some((ticket) => ticket !== null);
};

/** Null when one of the people is there already: an earlier start was ended while it laid them out. */
const staffOf = (deps: DemoDeps): Promise<Staff | null> =>
  layOutStaff({
    db: deps.context.db,
    identity: deps.identity,
    say: deps.say,
    desks: new Map([...deps.desks].filter(([slug]) => slug in deskDemos)),
  }).catch((error: unknown) => {
    if (error instanceof PersonRefused && error.code === 'email-taken') return null;
    throw error;
  });

/**
 * Lays out the demo in an empty database: people, customers, and the stories of the last days told through the
 * use-cases with the clock set back. All names, phones and addresses are invented; addresses end in .example.
 *
 * @returns false when the database is not empty: it is left as it is, and `say` tells so.
 */
export const layOutDemo = async (deps: DemoDeps): Promise<boolean> => {
  const { context, desks, say } = deps;
  const end = context.now();
  const used = await isUsed(deps);
  // Passwords are hashed on other threads meanwhile.
  const [staff, ...calendars] = await Promise.all([
    used ? null : staffOf(deps),
    ...[...desks.values()].map(
      async ({ deskId }) => (await context.regulations.inForce(deskId, end)).calendars,
    ),
  ]);
  if (staff === null) {
    say('No demo: this database is in use, or its demo was interrupted. An empty DATA_DIR gets a new one.');
    return false;
  }
  await Promise.all(
    [...desks.values()].map((desk, i) => layOutDesk(deps, desk, staff, calendars[i] ?? new Map(), end)),
  );
  await layOutAccounts(deps);
  return true;
};
