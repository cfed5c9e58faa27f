import type { Language } from '@reglament/desk';
import { type Letter, paragraph } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, messageOf, sayIn, wordsBlocks } from './letter-parts.ts';

/** A human answer. */
export const replyLetter = (facts: NoticeFacts, language: Language): Letter => {
  const say = sayIn(language);
  return {
    subject: say('Ответ по заявке', 'Answer to your ticket'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [paragraph(say(`По вашей заявке ${facts.number} есть ответ.`, `There is an answer to your ticket ${facts.number}.`)), ...wordsBlocks(messageOf(facts), language)],
  };
};
