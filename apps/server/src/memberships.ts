import type { PersonId } from '@reglament/desk';
import type { Database } from './store/database.ts';
import { type Membership, membershipsOf } from './store/queries/desks.ts';

/** Somebody who lost a role must be out within this. */
const FRESH_MS = 1000;
const MAX_PEOPLE = 10_000;

/** Which desks a person works in, asked of the database at most once a second a person. */
export const createMemberships = (
  db: Database,
  now: () => number,
): ((personId: PersonId) => Promise<readonly Membership[]>) => {
  const known = new Map<PersonId, { readonly at: number; readonly desks: readonly Membership[] }>();
  return async (personId) => {
    const fresh = known.get(personId);
    if (fresh !== undefined && now() - fresh.at < FRESH_MS) return fresh.desks;
    const desks = await db.everyDesk((q) => membershipsOf(q, personId));
    if (known.size >= MAX_PEOPLE) known.clear();
    known.set(personId, { at: now(), desks });
    return desks;
  };
};
