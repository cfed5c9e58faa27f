import type { Language } from '@reglament/desk';
import { type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts } from '../notice-facts.ts';
import {
  answerHint,
  commissioningBlocks,
  coverageBlocks,
  deadlineBlocks,
  greeting,
  missingBlocks,
  priorityBlocks,
  sayIn,
} from './letter-parts.ts';

/** The company was found, or staff took an uncovered ticket on: how it is served from now on. */
export const coverageLetter = (facts: NoticeFacts, language: Language): Letter => {
  const say = sayIn(language);
  const { kind } = facts.ticket.coverage;
  const { coverage } = facts.ticket;
  const ended = 'endedAt' in coverage && coverage.endedAt !== undefined;
  const served = kind !== 'not-entitled' && kind !== 'channel';
  return {
    subject: served
      ? say('Заявка принята к обслуживанию', 'Ticket accepted for service')
      : say('Заявка не обслуживается', 'Ticket not served'),
    to: 'customer',
    answerHint: answerHint[language],
    blocks: [
      paragraph(greeting[language]),
      strong(
        kind === 'lifted'
          ? say(
              `Заявка ${facts.number} принята к обслуживанию.`,
              `Ticket ${facts.number} is accepted for service.`,
            )
          : ended
            ? say(
                `Сертификат, по которому мы вели заявку ${facts.number}, закончился.`,
                `The certificate that ticket ${facts.number} was served under has ended.`,
              )
            : say(
                `Мы нашли вашу компанию и пересмотрели условия по заявке ${facts.number}.`,
                `We found your company and looked again at how ticket ${facts.number} is served.`,
              ),
      ),
      ...deadlineBlocks(facts, language),
      ...priorityBlocks(facts, language),
      ...coverageBlocks(facts, language),
      ...commissioningBlocks(facts, language),
      ...missingBlocks(facts, language),
    ],
  };
};
