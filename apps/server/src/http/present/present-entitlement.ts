import type { EntitlementWords } from '@reglament/contract';
import { describeTrail, type EntitlementTrail, type Regulation } from '@reglament/desk';
import { trailNames } from '../../text/trail-names.ts';

/** How it was decided what serves a ticket, in words for staff; null: registered before that was kept. */
export const presentEntitlement = (
  tried: EntitlementTrail | null,
  regulation: Regulation,
): EntitlementWords | null => {
  if (tried === null) return null;
  const words = describeTrail(tried, trailNames(regulation), 'staff');
  return {
    certificates: words.certificates.map((one) => ({ ...one, rules: [...one.rules] })),
    rules: [...words.rules],
    next: words.next,
  };
};
