import type { Target } from '../regulation/regulation.ts';
import type { CountingRule } from './clock.ts';

/** A stored target's fields come back in another order: a database keeps their names, not how they were written. */
const fieldsOf = (target: Target): string =>
  JSON.stringify(Object.entries(target).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether both rules promise the same package the same. Priority, clause and edition may differ: no deadline moves by them. */
export const sameRule = (a: CountingRule, b: CountingRule): boolean =>
  a.packageId === b.packageId &&
  a.schedule === b.schedule &&
  a.zone === b.zone &&
  fieldsOf(a.target) === fieldsOf(b.target);
