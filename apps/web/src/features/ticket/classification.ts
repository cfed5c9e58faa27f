import type { PriorityRules } from '@reglament/desk';

export interface PriorityChoice {
  /** In force or supposed; null: none. */
  readonly current: { readonly id: string; readonly supposed: boolean } | null;
  readonly chosen: string | null;
  readonly staffChange: PriorityRules['staffChange'];
}

/** Whether the priority in force can't be chosen anew: it is the customer's alone. */
export const isFixed = ({ current, staffChange }: Omit<PriorityChoice, 'chosen'>): boolean =>
  staffChange === 'never' && current !== null && !current.supposed;

/** How the chosen priority can be brought about: set it, set it with a reason, or ask the customer first. */
export const wayToPriority = ({
  current,
  chosen,
  staffChange,
}: PriorityChoice): 'set' | 'set-with-reason' | 'propose' => {
  // What is only supposed has not been agreed with anybody yet.
  const isChange = current !== null && !current.supposed && current.id !== chosen;
  if (!isChange || staffChange === 'free' || staffChange === 'never' || chosen === null) return 'set';
  return staffChange === 'with-reason' ? 'set-with-reason' : 'propose';
};
