import type { Language, Text } from '@reglament/desk';
import { cutText } from '../../text/clean-text.ts';
import { frameBlocks } from '../letter-frame.ts';
import { paragraph, strong } from '../letter.ts';
import type { RenderedNotice } from '../notice-facts.ts';
import { greeting, sayIn } from './letter-parts.ts';

/** What of a colleague's ticket is told: each was told to the colleague in full. */
export const colleagueNews = [
  'registration',
  'reply',
  'information-request',
  'resolution',
  'declined',
  'proposal',
  'date-proposal',
  'closed',
] as const;
export type ColleagueNews = (typeof colleagueNews)[number];

export interface ColleagueTicketFacts {
  readonly deskName: Text;
  readonly news: ColleagueNews;
  readonly number: number;
  readonly subject: string;
  readonly requesterName: string;
  /** In the portal, for whoever is signed in. */
  readonly url: string;
}

const SUBJECT_LIMIT = 300;

const says: Readonly<Record<ColleagueNews, Text>> = {
  registration: { ru: 'Заявка принята', en: 'The request is registered' },
  reply: { ru: 'Поддержка ответила', en: 'Support has answered' },
  'information-request': { ru: 'Поддержка спрашивает', en: 'Support has a question' },
  resolution: { ru: 'Есть решение', en: 'There is a solution' },
  declined: { ru: 'Поддержка отказала', en: 'Support has declined' },
  proposal: { ru: 'Поддержка предлагает другой приоритет', en: 'Support proposes another priority' },
  'date-proposal': { ru: 'Поддержка предлагает дату', en: 'Support proposes a date' },
  closed: { ru: 'Заявка закрыта', en: 'The request is closed' },
};

/** Word of a colleague's ticket: what happened and where to read it. What was written is read where it is known who reads. */
export const colleagueTicketLetter = (facts: ColleagueTicketFacts, language: Language): RenderedNotice => {
  const say = sayIn(language);
  const { deskName, news, number, subject, requesterName, url } = facts;
  const what = says[news][language];
  return frameBlocks(
    `[${deskName[language]} №${number}] ${say('Заявка коллеги', 'A colleague’s request')}: ${what.toLowerCase()}`,
    [
      paragraph(greeting[language]),
      strong(`${what}.`),
      {
        kind: 'fact',
        name: say('Заявитель', 'Requester'),
        value: cutText(requesterName, SUBJECT_LIMIT),
        notes: [],
      },
      { kind: 'fact', name: say('Тема', 'Subject'), value: cutText(subject, SUBJECT_LIMIT), notes: [] },
      { kind: 'link', label: say('Открыть в личном кабинете', 'Open in the portal'), url },
      paragraph(
        say(
          'Вы просили сообщать о заявках коллег. Отвечайте в личном кабинете: ответ на это письмо станет новой заявкой.',
          'You asked to be told of your colleagues’ requests. Answer in the portal: a reply to this letter becomes a new request.',
        ),
      ),
      paragraph(deskName[language]),
    ],
    language,
  );
};
