import type { ClauseId, Language, Notice } from '@reglament/desk';
import { type Letter, paragraph } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, clauseBlocks, messageOf, sayIn, wordsBlocks } from './letter-parts.ts';

type ReplyNotice = Extract<Notice, { readonly kind: 'reply' }>;

/** The rule that an answer meets: of the deadline that it ended, else of how answers are given, else of who gets them. */
const ruleOf = ({ regulation, ticket }: NoticeFacts, { clause }: ReplyNotice): ClauseId | null =>
  clause ?? regulation.lifecycle.answersBy?.clause ?? ticket.coverage.clause;

/** A human answer. */
export const replyLetter = (facts: NoticeFacts, notice: ReplyNotice, language: Language): Letter => {
  const say = sayIn(language);
  return {
    subject: say('Ответ по заявке', 'Answer to your ticket'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(
        say(
          `По вашей заявке ${facts.number} есть ответ.`,
          `There is an answer to your ticket ${facts.number}.`,
        ),
      ),
      ...wordsBlocks(messageOf(facts), language),
      ...clauseBlocks(facts, ruleOf(facts, notice), language),
    ],
  };
};
