import type { PersonId } from '@reglament/desk';
import type { Database } from './store/database.ts';
import { type Customership, customershipsOf } from './store/queries/customerships.ts';
import { type Membership, membershipsOf } from './store/queries/desks.ts';

/** Somebody who lost a role must be out within this. */
const FRESH_MS = 1000;
const MAX_PEOPLE = 10_000;

/** What is asked of the database at most once a second a person. */
const freshly = <T>(
  ask: (personId: PersonId) => Promise<T>,
  now: () => number,
): ((personId: PersonId) => Promise<T>) => {
  const known = new Map<PersonId, { readonly at: number; readonly value: T }>();
  return async (personId) => {
    const fresh = known.get(personId);
    if (fresh !== undefined && now() - fresh.at < FRESH_MS) return fresh.value;
    const value = await ask(personId);
    if (known.size >= MAX_PEOPLE) known.clear();
    known.set(personId, { at: now(), value });
    return value;
  };
};

/** Where somebody belongs: the desks they work in, and those whose customer they are. At most a second old. */
export interface Belonging {
  readonly memberships: (personId: PersonId) => Promise<readonly Membership[]>;
  readonly customerships: (personId: PersonId) => Promise<readonly Customership[]>;
}

/** @param now Milliseconds, any origin, not stepping back. */
export const createBelonging = (db: Database, now: () => number): Belonging => ({
  memberships: freshly((personId) => db.everyDesk((q) => membershipsOf(q, personId)), now),
  customerships: freshly((personId) => db.everyDesk((q) => customershipsOf(q, personId)), now),
});
