import type { EntitlementRules } from '../regulation/handling-rules.ts';
import type { ClauseId, Text } from '../regulation/regulation.ts';

/** Every "no" about stopping service for a contact, in words that say what to do. */
export const stopRefusalTexts = {
  'stop-not-foreseen': {
    ru: 'Регламент не даёт права прекратить обслуживание контакта.',
    en: 'The regulation gives nobody the right to stop service for a contact.',
  },
  'stop-by-lead': {
    ru: 'По регламенту обслуживание прекращает руководитель. Передайте ему, что случилось.',
    en: 'By the regulation the lead stops service. Tell the lead what happened.',
  },
  'reversal-by-lead': {
    ru: 'По регламенту обслуживание возобновляет руководитель. Попросите его.',
    en: 'By the regulation the lead takes it back. Ask the lead.',
  },
  'stopped-already': {
    ru: 'Обслуживание этого контакта уже прекращено.',
    en: 'Service for this contact is stopped already.',
  },
  'not-stopped': {
    ru: 'Обслуживание этого контакта не прекращено.',
    en: 'Service for this contact is not stopped.',
  },
} as const satisfies Record<string, Text>;

export interface StopRefusal {
  readonly code: keyof typeof stopRefusalTexts;
  /** null: a plain matter of state. */
  readonly clause: ClauseId | null;
}

/** Who acts, and how it stands. */
export interface StopFacts {
  /** Leads, and administrators in their place. */
  readonly isLead: boolean;
  readonly isStopped: boolean;
}

type Rule = EntitlementRules['abuse'];

/** Whether somebody may stop service for a contact (CN-L5); null: they may. */
export const judgeStop = (rule: Rule, { isLead, isStopped }: StopFacts): StopRefusal | null => {
  if (rule === null) return { code: 'stop-not-foreseen', clause: null };
  if (rule.stoppedBy === 'lead' && !isLead) return { code: 'stop-by-lead', clause: rule.clause };
  return isStopped ? { code: 'stopped-already', clause: null } : null;
};

/** Whether somebody may take it back. An edition that knows no such rule any more keeps nobody from it but engineers. */
export const judgeReversal = (rule: Rule, { isLead, isStopped }: StopFacts): StopRefusal | null => {
  if (!isStopped) return { code: 'not-stopped', clause: null };
  return rule?.reversedBy === 'engineer' || isLead
    ? null
    : { code: 'reversal-by-lead', clause: rule?.clause ?? null };
};
