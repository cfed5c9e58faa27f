import type { Language } from '@reglament/desk';
import { endWords } from '../../text/moment-words.ts';
import { clauseSentence } from '../../text/regulation-names.ts';
import { type Block, heading, type Letter, paragraph } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, messageOf, sayIn, wordsBlocks } from './letter-parts.ts';

/** When the ticket closes by itself and by which rule; or that it waits. */
export const closingSentence = (facts: NoticeFacts, language: Language): string => {
  const say = sayIn(language);
  const { regulation, ticket } = facts;
  const { autoClose, confirmationClause } = regulation.lifecycle;
  const closesAt = ticket.resolution?.closesAt ?? null;
  if (autoClose === null || closesAt === null) {
    const why = autoClose === null ? clauseSentence(regulation, confirmationClause, language) : '';
    return `${say('Сама заявка не закроется: ждём вашего слова.', 'The ticket does not close by itself: we wait for your word.')} ${why}`.trim();
  }
  const at = endWords(regulation.zone, closesAt, language);
  const says = say(
    `Если вы не ответите, заявка закроется сама: ${at}.`,
    `Without your answer the ticket closes by itself: ${at}.`,
  );
  return `${says} ${clauseSentence(regulation, autoClose.clause, language)}`.trim();
};

/** How the customer says yes or no. */
export const wordSentences = (facts: NoticeFacts, language: Language): readonly string[] => {
  const say = sayIn(language);
  const { objectionNeedsReason, confirmationClause } = facts.regulation.lifecycle;
  const reason = objectionNeedsReason
    ? say(
        ` Причину указать обязательно (правило ${confirmationClause}).`,
        ` A reason is required (rule ${confirmationClause}).`,
      )
    : '';
  return [
    say(
      'Помогло? Нажмите на странице заявки «Подтвердить решение», и она закроется.',
      'Did it help? Press “Confirm the solution” on the ticket’s page, and it closes.',
    ),
    `${say('Не помогло? Там же нажмите «Возразить» и напишите, что не так: заявка вернётся в работу.', 'It did not? Press “Object” there and say what is wrong: the ticket goes back to work.')}${reason}`,
  ];
};

/** What it turned out to be, where staff named an outcome of the regulation. */
const outcomeBlocks = ({ ticket, regulation }: NoticeFacts, language: Language): readonly Block[] => {
  const { outcome } = ticket;
  const found =
    outcome?.kind === 'resolved'
      ? regulation.lifecycle.outcomes.find(({ id }) => id === outcome.id)
      : undefined;
  if (found === undefined) return [];
  const notes = [found.definition?.[language] ?? '', clauseSentence(regulation, found.clause, language)];
  return [
    {
      kind: 'fact',
      name: sayIn(language)('Итог', 'Outcome'),
      value: found.name[language],
      notes: notes.filter((note) => note !== ''),
    },
  ];
};

/** The solution, and what the customer can do about it. */
export const resolutionLetter = (facts: NoticeFacts, language: Language): Letter => {
  const say = sayIn(language);
  return {
    subject: say('Решение по заявке', 'Solution of your ticket'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(
        say(`По вашей заявке ${facts.number} есть решение.`, `Your ticket ${facts.number} has a solution.`),
      ),
      ...wordsBlocks(messageOf(facts), language),
      ...outcomeBlocks(facts, language),
      heading(say('Что дальше', 'What comes next')),
      ...wordSentences(facts, language).map(paragraph),
      paragraph(closingSentence(facts, language)),
    ],
  };
};
