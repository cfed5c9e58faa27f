import type { ClockId, Language, Notice } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { dateOffer } from '../../text/date-offer.ts';
import { type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import { answerHint, clauseBlocks, greeting, messageOf, sayIn, wordsBlocks } from './letter-parts.ts';

interface Named {
  readonly clock: ClockId;
  readonly date: Instant;
}

/** Staff propose a date; it is in force only when the customer agrees (OW-N4, CN-VISIT). */
export const dateProposalLetter = (facts: NoticeFacts, named: Named, language: Language): Letter => {
  const say = sayIn(language);
  const offer = dateOffer(facts.ticket, named, facts, language);
  return {
    subject: say('Предлагаем дату', 'We propose a date'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(`По заявке ${facts.number} предлагаем дату.`, `We propose a date for ticket ${facts.number}.`),
      ),
      {
        kind: 'fact',
        name: offer.name,
        value:
          offer.now === null
            ? offer.agreed
            : say(`${offer.agreed}; сейчас ${offer.now}`, `${offer.agreed}; now ${offer.now}`),
        notes: [offer.pauses],
      },
      ...wordsBlocks(messageOf(facts), language),
      paragraph(
        say(
          'Согласиться или отказаться можно на странице заявки. Без вашего согласия ничего не изменится.',
          'Accept or decline on the ticket’s page. Without your consent nothing changes.',
        ),
      ),
      ...clauseBlocks(facts, offer.clause, language),
    ],
  };
};

/** A date is in force: named by the desk, or agreed on the phone and put down here for the record. */
export const dateAgreedLetter = (
  facts: NoticeFacts,
  notice: Extract<Notice, { readonly kind: 'date-agreed' }>,
  language: Language,
): Letter => {
  const say = sayIn(language);
  const offer = dateOffer(facts.ticket, notice, facts, language);
  return {
    subject:
      notice.means === 'phone'
        ? say('Дата согласована', 'The date is agreed')
        : say('Назначена дата', 'A date is set'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      strong(
        notice.means === 'phone'
          ? say(
              `По заявке ${facts.number} мы договорились о дате. Если это не так, ответьте на письмо.`,
              `We agreed on a date for ticket ${facts.number}. If that is not so, reply to this letter.`,
            )
          : say(`По заявке ${facts.number} назначена дата.`, `A date is set for ticket ${facts.number}.`),
      ),
      { kind: 'fact', name: offer.name, value: offer.agreed, notes: [offer.pauses] },
      ...wordsBlocks(messageOf(facts), language),
      ...clauseBlocks(facts, offer.clause, language),
    ],
  };
};
