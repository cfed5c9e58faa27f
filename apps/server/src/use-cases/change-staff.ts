import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { type Membership, membershipsOf } from '../store/queries/desks.ts';
import { deleteSecondFactors, standsAt } from '../store/second-factors.ts';
import { giveRole, leaveStaff, lockAdministrators } from '../store/staff.ts';
import type { Context } from './context.ts';

export type StaffChanged =
  | { readonly ok: true }
  /** `last`: without them nobody would administer the desk; `yourself`: nobody shuts themselves out; `elsewhere`: not this desk's to decide; `not-here`: what they have stands for other desks. */
  | { readonly ok: false; readonly code: 'not-found' | 'last' | 'yourself' | 'elsewhere' | 'not-here' };

/** Something done to a person's ways to sign in. */
type OfPerson = (personId: PersonId) => Promise<void>;

interface OfStaff {
  readonly deskId: DeskId;
  readonly by: PersonId;
  readonly personId: PersonId;
}

const isLast = async (q: Queries, { deskId, personId }: OfStaff): Promise<boolean> => {
  const administrators = await lockAdministrators(q, deskId);
  return administrators.length === 1 && administrators[0] === personId;
};

/** Gives somebody another part in a desk. */
export const changeRole = (
  context: Context,
  change: OfStaff & { readonly role: Membership['role'] },
): Promise<StaffChanged> =>
  context.db.inDesk(change.deskId, async (q): Promise<StaffChanged> => {
    if (change.role !== 'administrator' && (await isLast(q, change))) return { ok: false, code: 'last' };
    const found = await giveRole(q, change.deskId, change.personId, change.role);
    return found ? { ok: true } : { ok: false, code: 'not-found' };
  });

/**
 * Forgets the second factors of somebody who lost them, if whoever asks administers every desk where they work: only the password or a
 * link counts again, and all their sessions end. What stands for other desks alone is not theirs to forget: whoever reads a desk's letters
 * makes anybody work there.
 */
export const forgetSecondFactor = async (context: Context, change: OfStaff): Promise<StaffChanged> => {
  if (change.personId === change.by) return { ok: false, code: 'yourself' };
  const { theirs, own, stands } = await context.db.everyDesk(async (q) => ({
    theirs: await membershipsOf(q, change.personId),
    own: await membershipsOf(q, change.by),
    stands: await standsAt(q, change.personId, change.deskId),
  }));
  if (!theirs.some(({ deskId }) => deskId === change.deskId)) return { ok: false, code: 'not-found' };
  const administered = new Set(
    own.filter(({ role }) => role === 'administrator').map(({ deskId }) => deskId),
  );
  if (theirs.some(({ deskId }) => !administered.has(deskId))) return { ok: false, code: 'elsewhere' };
  if (!stands) return { ok: false, code: 'not-here' };
  await context.db.inDesk(change.deskId, (q) => deleteSecondFactors(q, change.personId));
  return { ok: true };
};

/** Somebody works in a desk no more; who works in no other one is signed out everywhere. */
export const removeStaff = async (
  context: Context,
  endSessions: OfPerson,
  change: OfStaff,
): Promise<StaffChanged> => {
  if (change.personId === change.by) return { ok: false, code: 'yourself' };
  const removed = await context.db.inDesk(change.deskId, async (q): Promise<StaffChanged> => {
    if (await isLast(q, change)) return { ok: false, code: 'last' };
    const found = await leaveStaff(q, change.deskId, change.personId);
    return found ? { ok: true } : { ok: false, code: 'not-found' };
  });
  if (!removed.ok) return removed;
  const left = await context.db.everyDesk((q) => membershipsOf(q, change.personId));
  if (left.length === 0) await endSessions(change.personId);
  return removed;
};
