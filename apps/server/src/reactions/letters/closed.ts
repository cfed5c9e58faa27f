import type { ClauseId, Language, Notice, Regulation } from '@reglament/desk';
import { momentWords } from '../../text/moment-words.ts';
import { type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { clauseBlocks, greeting, sayIn } from './letter-parts.ts';

type ClosedNotice = Extract<Notice, { readonly kind: 'closed' }>;

const ruleOf = ({ lifecycle }: Regulation, { cause }: ClosedNotice): ClauseId | null => {
  if (cause === undefined) return null;
  return cause === 'confirmed' ? lifecycle.confirmationClause : (lifecycle.autoClose?.clause ?? null);
};

/** It is over, by the customer's word or for want of it; an answer begins a new ticket (R21). */
export const closedLetter = (facts: NoticeFacts, notice: ClosedNotice, language: Language): Letter => {
  const say = sayIn(language);
  const { closedAt } = facts.ticket;
  const at = closedAt === null ? '' : `, ${momentWords(facts.regulation.zone, closedAt, language)}`;
  return {
    subject: say('Заявка закрыта', 'Ticket closed'),
    to: 'customer',
    answerHint: say(
      'Если вопрос вернулся, ответьте на это письмо: заведём новую заявку и свяжем её с этой.',
      'If the trouble is back, reply to this letter: a new ticket is registered and linked to this one.',
    ),
    blocks: [
      paragraph(greeting[language]),
      strong(say(`Заявка ${facts.number} закрыта${at}.`, `Ticket ${facts.number} is closed${at}.`)),
      paragraph(say('Переписка остаётся на странице заявки.', 'The conversation stays on the ticket’s page.')),
      ...clauseBlocks(facts, ruleOf(facts.regulation, notice), language),
    ],
  };
};
