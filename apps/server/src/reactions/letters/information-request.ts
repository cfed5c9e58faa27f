import type { ClauseId, Language, Notice } from '@reglament/desk';
import { clockName, quoted } from '../../text/regulation-names.ts';
import { type Block, type Letter, paragraph } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, clauseBlocks, messageOf, missingBlocks, sayIn, wordsBlocks } from './letter-parts.ts';

/** Which clocks stand still until the answer. */
const waiting = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const paused = facts.ticket.clocks
    .filter(({ status }) => status === 'paused')
    .map(({ id }) => quoted(clockName(facts.regulation, id, language), language));
  if (paused.length === 0) return [];
  const names = paused.join(', ');
  return [
    paragraph(
      say(
        `До вашего ответа отсчёт срока ${names} остановлен: он продолжится, как только вы напишете.`,
        `Until you answer the clock ${names} stands still; it runs on as soon as you write.`,
      ),
    ),
  ];
};

type InformationNotice = Extract<Notice, { readonly kind: 'information-request' }>;

/** What was ticked in the regulation's list (AO-4.2.3). */
const asked = (
  facts: NoticeFacts,
  { items = [] }: InformationNotice,
  language: Language,
): readonly Block[] => {
  const checklist = facts.regulation.works.information?.checklist ?? [];
  const names = items.flatMap((place) => checklist[place]?.[language] ?? []);
  if (names.length === 0) return [];
  return [
    paragraph(sayIn(language)('Пожалуйста, пришлите:', 'Please send:')),
    { kind: 'list', items: names },
  ];
};

/** The rule of what is asked for, else of the deadline that the question ended or holds, else of who is helped. */
const ruleOf = ({ regulation, ticket }: NoticeFacts, { clause }: InformationNotice): ClauseId | null =>
  regulation.works.information?.clause ??
  clause ??
  ticket.clocks.find(({ status }) => status === 'paused')?.rule.clause ??
  ticket.coverage.clause;

/** Staff ask the customer. */
export const informationRequestLetter = (
  facts: NoticeFacts,
  notice: InformationNotice,
  language: Language,
): Letter => {
  const say = sayIn(language);
  return {
    subject: say('Нужны сведения по заявке', 'We need more information'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(
        say(
          `Чтобы продолжить работу над заявкой ${facts.number}, нам нужен ваш ответ.`,
          `To go on with ticket ${facts.number} we need your answer.`,
        ),
      ),
      ...wordsBlocks(messageOf(facts), language),
      ...asked(facts, notice, language),
      ...waiting(facts, language),
      ...clauseBlocks(facts, ruleOf(facts, notice), language),
      ...missingBlocks(facts, language),
    ],
  };
};
