import type { Text } from '../regulation.ts';
import { labelledQuestions, type LabelledQuestion } from './answered-by.ts';
import { both } from './key-words.ts';
import { UNSAID } from './unsaid.ts';

type Language = keyof Text;

const TEXTS = {
  title: both('Вопросы и ключи', 'Questions and keys'),
  intro: both(
    'На каждый вопрос регламент отвечает в одном месте. Слева — что написать (`где: строка`), справа — что это значит. Звёздочка — чей-то id.',
    'A regulation answers each question in one place. On the left is what to write (`where: line`), on the right what it means. A star is an id.',
  ),
  made: both(
    'Сделано программой (`npm run docs:language`). Подробно о каждом ключе: [справочник](reference.ru.md).',
    'Made by a program (`npm run docs:language`). Every key in full: [reference](reference.en.md).',
  ),
  desk: both('Вопросы, на которые отвечает любая служба', 'Questions that every desk answers'),
  silent: both('Где документы молчат', 'Where documents are silent'),
  silentIntro: both(
    'Настоящие регламенты оставляют эти вопросы без ответа или спорят сами с собой. Номер стоит комментарием рядом со строкой в файлах поставки: найдите `R7` и замените одну строку.',
    'Real regulations leave these questions open, or contradict themselves. The number stands as a comment beside the line in the files that come with the product: find `R7` and change one line.',
  ),
  unsaid: both('Чего язык пока не говорит', 'What the language cannot say yet'),
  unsaidWhat: both('чего нет', 'what is missing'),
  unsaidInstead: both('пока так', 'until then'),
  write: both('что написать', 'what to write'),
  means: both('что это значит', 'what it means'),
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** What can't be said yet, with what to write until then. */
const unsaid = (language: Language): readonly string[] => [
  `## ${TEXTS.unsaid[language]}`,
  '',
  `| ${TEXTS.unsaidWhat[language]} | ${TEXTS.unsaidInstead[language]} |`,
  '|---|---|',
  ...UNSAID.map(({ what, instead }) => `| ${cell(what[language])} | ${cell(instead[language])} |`),
];

const lineOf = (at: string, yaml: string): string =>
  yaml
    .split('\n')
    .map((line) => `\`${at === '' ? '' : `${at}: `}${line}\``)
    .join('<br>');

const section = (
  { label, question: { asks, ways, always } }: LabelledQuestion,
  language: Language,
): readonly string[] => [
  `<a id="${label.toLowerCase()}"></a>`,
  '',
  `### ${label}. ${asks[language]}`,
  '',
  ...(always === undefined ? [] : [always[language], '']),
  ...(ways.length === 0
    ? []
    : [
        `| ${TEXTS.write[language]} | ${TEXTS.means[language]} |`,
        '|---|---|',
        ...ways.map(({ at, yaml, says }) => `| ${cell(lineOf(at, yaml))} | ${cell(says[language])} |`),
        '',
      ]),
];

const sections = (silent: boolean, language: Language): readonly string[] =>
  labelledQuestions
    .filter(({ question }) => (question.id !== undefined) === silent)
    .flatMap((question) => section(question, language));

/** The page of questions: every one with the ways to answer it. */
export const questionsPage = (language: Language): string =>
  `${[
    `# ${TEXTS.title[language]}`,
    '',
    TEXTS.intro[language],
    TEXTS.made[language],
    '',
    `## ${TEXTS.desk[language]}`,
    '',
    ...sections(false, language),
    `## ${TEXTS.silent[language]}`,
    '',
    TEXTS.silentIntro[language],
    '',
    ...sections(true, language),
    ...unsaid(language),
  ]
    .join('\n')
    .trimEnd()}\n`;
