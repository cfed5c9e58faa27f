import type { ClauseId, Language, Notice, Regulation } from '@reglament/desk';
import { momentWords } from '../../text/moment-words.ts';
import { type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { clauseBlocks, greeting, sayIn } from './letter-parts.ts';

type ClosedNotice = Extract<Notice, { readonly kind: 'closed' }>;

const ruleOf = ({ lifecycle }: Regulation, { cause }: ClosedNotice): ClauseId | null => {
  if (cause === undefined) return null;
  if (cause === 'merged') return lifecycle.merge?.clause ?? null;
  return cause === 'confirmed' ? lifecycle.confirmationClause : (lifecycle.autoClose?.clause ?? null);
};

/** Another ticket goes on for it: its number and page, and that nothing said before is lost. */
const mergedLetter = (facts: NoticeFacts, number: number, url: string, language: Language): Letter => {
  const say = sayIn(language);
  return {
    subject: say(`Заявка присоединена к № ${number}`, `Ticket merged into No. ${number}`),
    to: 'customer',
    answerHint: say(
      `Отвечайте на любое из писем: ответ попадёт в заявку № ${number}.`,
      `Reply to any of the letters: it reaches ticket No. ${number}.`,
    ),
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(
          `Заявки ${facts.number} и ${number} об одном и том же: продолжаем в заявке ${number}.`,
          `Tickets ${facts.number} and ${number} are about the same thing: ticket ${number} goes on.`,
        ),
      ),
      paragraph(
        say(
          'Ваши сообщения и файлы сохранены. Сроки и ход работы теперь здесь:',
          'Your messages and files are kept. Deadlines and progress are here from now on:',
        ),
      ),
      { kind: 'link', label: say(`Заявка № ${number}`, `Ticket No. ${number}`), url },
      ...clauseBlocks(facts, facts.regulation.lifecycle.merge?.clause ?? null, language),
    ],
  };
};

/** It is over, by the customer's word or for want of it; an answer begins a new ticket (R21). */
export const closedLetter = (facts: NoticeFacts, notice: ClosedNotice, language: Language): Letter => {
  const say = sayIn(language);
  const { mergedInto } = facts;
  if (notice.cause === 'merged' && mergedInto !== null)
    return mergedLetter(facts, mergedInto.number, mergedInto.statusUrl, language);
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
      paragraph(
        say('Переписка остаётся на странице заявки.', 'The conversation stays on the ticket’s page.'),
      ),
      ...clauseBlocks(facts, ruleOf(facts.regulation, notice), language),
    ],
  };
};
