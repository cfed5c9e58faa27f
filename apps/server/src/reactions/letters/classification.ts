import type { Language } from '@reglament/desk';
import { clauseSentence, priorityName, typeName } from '../../text/regulation-names.ts';
import { type Block, heading, type Letter, paragraph } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, deadlineBlocks, greeting, sayIn, wordsBlocks } from './letter-parts.ts';

/** The priority in force, and the supposed one when it was another. */
const priorityFact = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const { ticket, regulation } = facts;
  if (ticket.priority === null) return [];
  const now = priorityName(regulation, ticket.priority, language);
  const supposed = ticket.supposedPriority;
  const before =
    supposed === null || supposed === ticket.priority ? '' : priorityName(regulation, supposed, language);
  const why = clauseSentence(regulation, regulation.priorityRules?.clause ?? null, language);
  return [
    {
      kind: 'fact',
      name: say('Приоритет', 'Priority'),
      value: before === '' ? now : say(`${now} (был «${before}»)`, `${now} (was “${before}”)`),
      notes: before === '' || why === '' ? [] : [why],
    },
  ];
};

/** The type, and the rule that knows it. */
const typeFact = ({ ticket, regulation }: NoticeFacts, language: Language): readonly Block[] => {
  if (ticket.type === null) return [];
  const clause = regulation.ticketTypes.find(({ id }) => id === ticket.type)?.clause ?? null;
  const why = clauseSentence(regulation, clause, language);
  return [
    {
      kind: 'fact',
      name: sayIn(language)('Тип', 'Type'),
      value: typeName(regulation, ticket.type, language),
      notes: why === '' ? [] : [why],
    },
  ];
};

/** Type and priority as staff set them, why, and by when it will be done. */
export const classificationLetter = (facts: NoticeFacts, language: Language): Letter => {
  const say = sayIn(language);
  const reason: readonly Block[] =
    facts.message === null ? [] : [heading(say('Почему', 'Why')), ...wordsBlocks(facts.message, language)];
  return {
    subject: say('Заявка классифицирована', 'Ticket classified'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      paragraph(
        say(`Мы разобрали вашу заявку ${facts.number}.`, `We have looked into your ticket ${facts.number}.`),
      ),
      ...typeFact(facts, language),
      ...priorityFact(facts, language),
      ...reason,
      ...deadlineBlocks(facts, language),
    ],
  };
};
