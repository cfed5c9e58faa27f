import type { SignedIn } from '../identity/identity.ts';
import type { HttpDeps } from './http-deps.ts';

/** What a session answers that still owes its second factor: who it is, the factor itself, and the way out. */
export const beforeSecondFactor: ReadonlySet<string> = new Set(['getSession', 'giveSecondFactor', 'signOut']);

/** Whether something is missing before a session may do what somebody does as that: staff may be bound to have a second factor. */
export const lacksFactor = (
  { requiresSecondFactor }: HttpDeps,
  { secondFactor }: SignedIn,
  as: 'staff' | 'customer',
): boolean =>
  secondFactor === 'owed' || (as === 'staff' && requiresSecondFactor === true && secondFactor !== 'given');
