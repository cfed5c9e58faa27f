import type { Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { endWords } from '../../text/moment-words.ts';
import { clauseSentence } from '../../text/regulation-names.ts';
import { type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, greeting, sayIn } from './letter-parts.ts';
import { wordSentences } from './resolution.ts';

/** The ticket is about to close by itself. */
export const closingWarningLetter = (facts: NoticeFacts, closesAt: Instant, language: Language): Letter => {
  const say = sayIn(language);
  const at = endWords(facts.regulation.zone, closesAt, language);
  const why = clauseSentence(
    facts.regulation,
    facts.regulation.lifecycle.autoClose?.clause ?? null,
    language,
  );
  return {
    subject: say('Заявка скоро закроется', 'The ticket is about to close'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(
          `По заявке ${facts.number} есть решение, но нет вашего ответа. Она закроется сама: ${at}.`,
          `Ticket ${facts.number} has a solution, but not your answer. It closes by itself: ${at}.`,
        ),
      ),
      ...(why === '' ? [] : [paragraph(why)]),
      ...wordSentences(facts, language).map(paragraph),
      paragraph(
        say('Любой ваш ответ отменит закрытие по сроку.', 'Any answer of yours cancels the closing.'),
      ),
    ],
  };
};
