import type { Language, Text } from '@reglament/desk';
import { cutText } from '../../text/clean-text.ts';
import { frameBlocks } from '../letter-frame.ts';
import { type Block, paragraph, strong } from '../letter.ts';
import type { RenderedNotice } from '../notice-facts.ts';
import { sayIn } from './letter-parts.ts';

/** What a letter may tell of; deadlines have a letter of their own. */
export const toldKinds = ['mentioned', 'assigned', 'replied', 'followed-wrote', 'followed-changed'] as const;
export type ToldKind = (typeof toldKinds)[number];

/** Something that one of the staff was told in the page. */
export interface ToldFacts {
  readonly deskName: Text;
  readonly kind: ToldKind;
  readonly recipientName: string;
  /** Who wrote or did it; null: the desk itself. */
  readonly author: string | null;
  readonly number: number;
  readonly subject: string;
  readonly url: string;
  readonly settingsUrl: string;
}

const SUBJECT_LIMIT = 300;

const wordsOf = (
  { kind, number }: Pick<ToldFacts, 'kind' | 'number'>,
  language: Language,
): readonly [subject: string, sentence: string] => {
  const say = sayIn(language);
  switch (kind) {
    case 'mentioned':
      return [
        say('Вас упомянули', 'You were mentioned'),
        say(
          `Вас упомянули в комментарии к заявке ${number}.`,
          `You were mentioned in a note on ticket ${number}.`,
        ),
      ];
    case 'assigned':
      return [
        say('Вам назначили заявку', 'A ticket was assigned to you'),
        say(`Вам назначили заявку ${number}.`, `Ticket ${number} was assigned to you.`),
      ];
    case 'replied':
      return [
        say('Клиент ответил', 'The customer replied'),
        say(`В вашей заявке ${number} ответил клиент.`, `The customer wrote in your ticket ${number}.`),
      ];
    case 'followed-wrote':
      return [
        say('Новое сообщение', 'A new message'),
        say(
          `В заявке ${number}, за которой вы наблюдаете, появилось сообщение.`,
          `There is a new message in ticket ${number}, which you follow.`,
        ),
      ];
    case 'followed-changed':
      return [
        say('Состояние заявки изменилось', 'A ticket changed its state'),
        say(
          `У заявки ${number}, за которой вы наблюдаете, изменилось состояние.`,
          `Ticket ${number}, which you follow, changed its state.`,
        ),
      ];
  }
};

/** Who and where; of what was written not a word. */
export const toldLetter = (facts: ToldFacts, language: Language): RenderedNotice => {
  const say = sayIn(language);
  const [subject, sentence] = wordsOf(facts, language);
  const { author, recipientName } = facts;
  const who: readonly Block[] =
    author === null
      ? []
      : [{ kind: 'fact', name: say('Кто', 'By'), value: cutText(author, SUBJECT_LIMIT), notes: [] }];
  return frameBlocks(
    `[${facts.deskName[language]} №${facts.number}] ${subject}`,
    [
      paragraph(say(`Здравствуйте, ${recipientName}!`, `Hello ${recipientName},`)),
      strong(sentence),
      ...who,
      { kind: 'fact', name: say('Тема', 'Subject'), value: cutText(facts.subject, SUBJECT_LIMIT), notes: [] },
      { kind: 'link', label: say('Открыть заявку', 'Open the ticket'), url: facts.url },
      paragraph(
        say(
          'Прочтённое на странице письмом не приходит. О чём присылать письма, выбирают здесь:',
          'What you have read in the page is not mailed. Choose here what you are mailed about:',
        ),
      ),
      { kind: 'link', label: say('Настроить уведомления', 'Notification settings'), url: facts.settingsUrl },
    ],
    language,
  );
};
