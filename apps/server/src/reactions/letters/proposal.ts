import type { Language, PriorityId } from '@reglament/desk';
import { deadlineOf } from '../../text/deadline-words.ts';
import { proposedDeadlines } from '../../text/proposed-deadlines.ts';
import { clauseSentence, priorityName, quoted } from '../../text/regulation-names.ts';
import { type Block, heading, type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, deadlineNotes, greeting, messageOf, sayIn, wordsBlocks } from './letter-parts.ts';

/** What the deadlines would be if the customer agreed now. */
const effect = (facts: NoticeFacts, priority: PriorityId, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const moved = proposedDeadlines(facts.ticket, priority, facts);
  if (moved.length === 0) return [paragraph(say('На сроки это не повлияет.', 'No deadline changes by it.'))];
  return [
    heading(
      say('Что будет со сроками, если согласиться сейчас', 'What happens to the deadlines if you agree now'),
    ),
    ...moved.map(({ before, after }): Block => {
      const old = deadlineOf(before, facts, language);
      const next = deadlineOf(after, facts, language);
      return {
        kind: 'fact',
        name: next.name,
        value: say(`${next.says}; сейчас ${old.says}`, `${next.says}; now ${old.says}`),
        notes: deadlineNotes(next),
      };
    }),
  ];
};

/** Staff propose another priority; it takes effect only when the customer agrees. */
export const proposalLetter = (facts: NoticeFacts, priority: PriorityId, language: Language): Letter => {
  const say = sayIn(language);
  const { ticket, regulation } = facts;
  const now = ticket.priority ?? ticket.supposedPriority;
  const proposed = quoted(priorityName(regulation, priority, language), language);
  const from = now === null ? '' : quoted(priorityName(regulation, now, language), language);
  const why = clauseSentence(regulation, regulation.priorityRules?.clause ?? null, language);
  return {
    subject: say('Предлагаем изменить приоритет', 'We propose another priority'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      strong(
        from === ''
          ? say(
              `Предлагаем для заявки ${facts.number} приоритет ${proposed}.`,
              `We propose priority ${proposed} for ticket ${facts.number}.`,
            )
          : say(
              `Предлагаем изменить приоритет заявки ${facts.number} с ${from} на ${proposed}.`,
              `We propose to change the priority of ticket ${facts.number} from ${from} to ${proposed}.`,
            ),
      ),
      ...wordsBlocks(messageOf(facts), language),
      ...effect(facts, priority, language),
      paragraph(
        say(
          'Согласиться или отказаться можно на странице заявки. Без вашего согласия ничего не изменится.',
          'Accept or decline on the ticket’s page. Without your consent nothing changes.',
        ),
      ),
      ...(why === '' ? [] : [paragraph(why)]),
    ],
  };
};
