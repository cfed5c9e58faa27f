import { type Language, type Notice, offersCompanies } from '@reglament/desk';
import { declinedGround } from '../../text/declined-ground.ts';
import { clauseSentence, quoted } from '../../text/regulation-names.ts';
import { type Block, heading, type Letter, paragraph } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, messageOf, sayIn, wordsBlocks } from './letter-parts.ts';
import { closingSentence } from './resolution.ts';

type DeclinedNotice = Extract<Notice, { readonly kind: 'declined' }>;

/** How the customer agrees or objects. */
const wordSentences = ({ regulation }: NoticeFacts, language: Language): readonly string[] => {
  const say = sayIn(language);
  const { objectionNeedsReason, confirmationClause } = regulation.lifecycle;
  const reason = objectionNeedsReason
    ? say(
        ` Причину указать обязательно (правило ${confirmationClause}).`,
        ` A reason is required (rule ${confirmationClause}).`,
      )
    : '';
  return [
    `${say('Не согласны? Нажмите на странице заявки «Возразить» и напишите почему: заявка вернётся в работу.', 'You disagree? Press “Object” on the ticket’s page and say why: the ticket goes back to work.')}${reason}`,
    say(
      'Согласны? Там же подтвердите, и заявка закроется.',
      'You agree? Confirm there, and the ticket closes.',
    ),
  ];
};

/** Not done, by which rule, what to do instead and how to object. */
export const declinedLetter = (facts: NoticeFacts, notice: DeclinedNotice, language: Language): Letter => {
  const say = sayIn(language);
  const { regulation, number, partnersUrl } = facts;
  const { name, instead, insteadClause } = declinedGround(regulation, notice.ground);
  const what = quoted(name[language], language);
  const why = clauseSentence(regulation, notice.clause, language);
  const source = clauseSentence(regulation, insteadClause, language);
  const other: readonly Block[] =
    instead === null
      ? []
      : [
          heading(say('Что можно сделать', 'What can be done')),
          paragraph(`${instead[language]} ${source}`.trim()),
          ...(partnersUrl === undefined || !offersCompanies(regulation, insteadClause)
            ? []
            : [
                {
                  kind: 'link',
                  label: say('Список партнёров', 'List of partners'),
                  url: partnersUrl,
                } as const,
              ]),
        ];
  return {
    subject: say('По заявке дан отказ', 'Your ticket was declined'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(
        notice.ground.kind === 'exclusion'
          ? say(
              `По заявке ${number} мы вынуждены отказать. Исключение регламента: ${what}.`,
              `We have to decline ticket ${number}. Exclusion of the regulation: ${what}.`,
            )
          : say(
              `По заявке ${number} мы вынуждены отказать: ${what} в ваш пакет поддержки не входит.`,
              `We have to decline ticket ${number}: ${what} is not part of your support package.`,
            ),
      ),
      ...(why === '' ? [] : [paragraph(why)]),
      ...wordsBlocks(messageOf(facts), language),
      ...other,
      heading(say('Что дальше', 'What comes next')),
      ...wordSentences(facts, language).map(paragraph),
      paragraph(closingSentence(facts, language)),
    ],
  };
};
