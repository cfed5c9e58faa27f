import type { PersonId } from '@reglament/desk';
import type { Database } from './store/database.ts';
import type { LiveHub } from './store/live-hub.ts';
import { type Customership, customershipsOf } from './store/queries/customerships.ts';
import { type Membership, membershipsOf } from './store/queries/desks.ts';

/** Somebody who lost a role must be out within this. */
const FRESH_MS = 1000;
const MAX_PEOPLE = 10_000;

/** What is asked of the database at most once a second a person. */
const freshly = <T>(
  ask: (personId: PersonId) => Promise<T>,
  now: () => number,
  hub: Pick<LiveHub, 'listen'>,
): ((personId: PersonId) => Promise<T>) => {
  let known = new Map<PersonId, { readonly at: number; readonly value: T }>();
  // Answers that were asked for before the change go into the map that is given up with it.
  hub.listen(({ kind }) => {
    if (kind === 'desk') known = new Map();
  });
  return async (personId) => {
    const kept = known;
    const fresh = kept.get(personId);
    if (fresh !== undefined && now() - fresh.at < FRESH_MS) return fresh.value;
    const value = await ask(personId);
    if (kept.size >= MAX_PEOPLE) kept.clear();
    kept.set(personId, { at: now(), value });
    return value;
  };
};

/** Where somebody belongs: the desks they work in, and those whose customer they are. At most a second old. */
export interface Belonging {
  readonly memberships: (personId: PersonId) => Promise<readonly Membership[]>;
  readonly customerships: (personId: PersonId) => Promise<readonly Customership[]>;
}

/**
 * @param now Milliseconds, any origin, not stepping back.
 * @param hub tells when a desk is called otherwise, or is new: then everything is asked anew.
 */
export const createBelonging = (
  db: Database,
  now: () => number,
  hub: Pick<LiveHub, 'listen'>,
): Belonging => ({
  memberships: freshly((personId) => db.everyDesk((q) => membershipsOf(q, personId)), now, hub),
  customerships: freshly((personId) => db.everyDesk((q) => customershipsOf(q, personId)), now, hub),
});
