import type { ClauseId, Language, Text } from '@reglament/desk';
import { type CoverageWords, coverageWords } from '../../text/coverage-words.ts';
import { treatedAsWords } from '../../text/treated-as-words.ts';
import { type Deadline, deadlineOf } from '../../text/deadline-words.ts';
import { fieldChoices, missingIntake } from '../../text/missing-words.ts';
import { priorityWords } from '../../text/priority-words.ts';
import { clauseSentence, packageName } from '../../text/regulation-names.ts';
import { type Block, heading, paragraph } from '../letter.ts';
import type { NoticeFacts, NoticeMessage } from '../notice-facts.ts';

export type Say = (ru: string, en: string) => string;

export const sayIn =
  (language: Language): Say =>
  (ru, en) =>
    language === 'ru' ? ru : en;

export const greeting: Text = { ru: 'Здравствуйте!', en: 'Hello!' };

export const answerHint: Text = {
  ru: 'Ответьте на это письмо, чтобы дополнить заявку. На странице заявки видны переписка и сроки, входить никуда не нужно.',
  en: 'Reply to this letter to add to the ticket. The ticket’s page shows the conversation and the deadlines, no sign-in needed.',
};

/** The message that the notice is about; without it there is no letter to write. */
export const messageOf = (facts: NoticeFacts): NoticeMessage => {
  if (facts.message === null)
    throw new Error(`a letter of ticket ${facts.number} is about a message that was not given`);
  return facts.message;
};

/** The promise and its rule: what a letter has room for. */
export const deadlineNotes = (deadline: Deadline): readonly string[] => deadline.reasons.slice(0, 2);

/** Clocks that still count, each with its deadline and why; empty when none does. */
export const deadlineBlocks = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const counting = facts.ticket.clocks.filter(({ status }) => status !== 'stopped');
  if (counting.length === 0) return [];
  return [
    heading(sayIn(language)('Сроки', 'Deadlines')),
    ...counting.map((clock): Block => {
      const deadline = deadlineOf(clock, facts, language);
      return { kind: 'fact', name: deadline.name, value: deadline.says, notes: deadlineNotes(deadline) };
    }),
  ];
};

/** The rule behind a letter as its last line; nothing where the edition has none. */
export const clauseBlocks = (
  { regulation }: NoticeFacts,
  clause: ClauseId | null,
  language: Language,
): readonly Block[] => {
  const why = clauseSentence(regulation, clause, language);
  return why === '' ? [] : [paragraph(why)];
};

const coverageWordsBlocks = ({ title, sentences, ways }: CoverageWords): readonly Block[] => {
  const open: readonly Block[] = ways.length === 0 ? [] : [{ kind: 'list', items: ways }];
  return [heading(title), ...sentences.filter((sentence) => sentence !== '').map(paragraph), ...open];
};

/** How the request is served: the package's name, or what stands in the way and what to do; and as which channel's it is handled. */
export const coverageBlocks = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const { ticket, regulation } = facts;
  const treatedAs = treatedAsWords(ticket, regulation, language);
  const also = treatedAs === null ? [] : coverageWordsBlocks(treatedAs);
  const words = coverageWords(ticket, regulation, language);
  if (words !== null) return [...coverageWordsBlocks(words), ...also];
  const { packageId, clause } = ticket.coverage;
  if (packageId === null) return also;
  const why = clauseSentence(regulation, clause, language);
  return [
    ...also,
    {
      kind: 'fact',
      name: sayIn(language)('Пакет поддержки', 'Support package'),
      value: packageName(regulation, packageId, language),
      notes: why === '' ? [] : [why],
    },
  ];
};

/** The product was never commissioned, as far as is on record: the rule, and what to answer. */
export const commissioningBlocks = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const { commissioning: note } = facts;
  if (note === undefined) return [];
  const instead: readonly Block[] = note.instead === null ? [] : [paragraph(note.instead[language])];
  return [heading(note.name[language]), ...instead, ...clauseBlocks(facts, note.clause, language)];
};

export const priorityBlocks = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const words = priorityWords(facts.ticket, facts.regulation, language);
  if (words === null) return [];
  return [
    {
      kind: 'fact',
      name: sayIn(language)('Приоритет', 'Priority'),
      value: `${words.name} (${words.source})`,
      notes: [],
    },
  ];
};

/** Required answers that are not there yet, with lines to fill in. */
export const missingBlocks = (facts: NoticeFacts, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const fields = missingIntake(facts.ticket, facts.regulation);
  if (fields.length === 0) return [];
  const explained = fields.flatMap((field) => {
    const choices = fieldChoices(field, facts.regulation, language);
    const hints = field.hint === null ? choices : [field.hint[language], ...choices];
    return hints.length === 0
      ? []
      : [paragraph(`${field.name[language]}:`), { kind: 'list' as const, items: hints }];
  });
  return [
    heading(say('Чего не хватает', 'What is missing')),
    paragraph(
      say(
        'Заявка уже зарегистрирована, но по регламенту нужны ещё сведения. Ответьте на это письмо и заполните строки:',
        'The ticket is registered, but the regulation asks for more. Reply to this letter and fill in the lines:',
      ),
    ),
    { kind: 'form', lines: fields.map((field) => `${field.name[language]}: `) },
    ...explained,
  ];
};

/** Words of staff with the names of their files. */
export const wordsBlocks = (message: NoticeMessage, language: Language): readonly Block[] => {
  const files: readonly Block[] =
    message.attachments.length === 0
      ? []
      : [
          paragraph(
            sayIn(language)(
              'Файлы можно скачать на странице заявки:',
              'Files to download on the ticket’s page:',
            ),
          ),
          { kind: 'list', items: message.attachments },
        ];
  return [{ kind: 'words', author: message.author, markdown: message.text }, ...files];
};
