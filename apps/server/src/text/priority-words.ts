import type { Language, Regulation, Ticket } from '@reglament/desk';
import { clauseOf, priorityName } from './regulation-names.ts';

export interface PriorityWords {
  readonly name: string;
  /** Where it comes from: stated, supposed, set. */
  readonly source: string;
}

/** The priority in force or the supposed one, marked; null where the regulation has none or none is known. */
export const priorityWords = (
  ticket: Ticket,
  regulation: Regulation,
  language: Language,
): PriorityWords | null => {
  const say = (ru: string, en: string): string => (language === 'ru' ? ru : en);
  const id = ticket.priority ?? ticket.supposedPriority;
  if (id === null) return null;
  const name = priorityName(regulation, id, language);
  if (ticket.prioritySource === 'set')
    return { name, source: say('установлен поддержкой', 'set by support') };
  if (ticket.priority !== null) return { name, source: say('назван вами', 'stated by you') };
  // A supposed one that no rule assumed was named by the customer, at once or later.
  if (ticket.prioritySource !== 'default')
    return {
      name,
      source: say(
        'предполагаемый, назван вами; окончательный установим при классификации',
        'supposed, stated by you; the final one is set when we classify the ticket',
      ),
    };
  const clause = clauseOf(regulation, regulation.priorityRules?.clause ?? null)?.id;
  const rule = clause === undefined ? '' : ` (${clause})`;
  return {
    name,
    source: say(
      `предполагаемый: приоритет в обращении не указан${rule}`,
      `supposed: the request stated none${rule}`,
    ),
  };
};
