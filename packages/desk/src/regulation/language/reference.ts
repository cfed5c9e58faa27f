import type { Text } from '../regulation.ts';
import { answeredBy } from './answered-by.ts';
import { CHAPTERS } from './chapters.ts';
import { drawSchema } from './draw-schema.ts';
import { choices, partOf, type JsonSchema } from './json-schema.ts';
import { both, type KeyWords } from './key-words.ts';
import { EVENT_WORDS, partWords } from './part-words.ts';
import { sectionsOf } from './sections.ts';
import { TARGET_WORDS } from './spellings.ts';
import { walkSchema, type SchemaKey } from './walk-schema.ts';
import { words } from './words.ts';

type Language = keyof Text;

const UI = {
  key: both('ключ', 'key'),
  needed: both('нужен', 'needed'),
  means: both('что говорит', 'what it says'),
  yes: both('да', 'yes'),
  without: both('нет; без него: ', 'no; left out: '),
  example: both('Пример', 'Example'),
  whole: both('целое число', 'whole number'),
  several: both('список', 'list'),
  answers: both('отвечает: ', 'answers: '),
} as const;

/** What a value is made of, in a few words; empty where the words of the key say it all. */
const typePhrase = (schema: JsonSchema, language: Language): string => {
  // Where a text may stand, a number is a text without quotes.
  const numbered = choices(schema).every(
    (one) => one.type !== 'string' || one.enum !== undefined || one.const !== undefined,
  );
  const phrases = choices(schema).flatMap((one): readonly string[] => {
    const part = partOf(one);
    if (part !== null) return [partWords[part]?.label[language] ?? part];
    if (one.type === 'boolean') return ['true, false'];
    if (one.type === 'integer' && numbered)
      return [
        `${UI.whole[language]} ${one.minimum ?? ''}${(one.maximum ?? Infinity) < 1e9 ? `-${one.maximum}` : '+'}`,
      ];
    if (one.items === undefined) return [];
    const inner = typePhrase(one.items, language);
    return inner === '' ? [] : [`${UI.several[language]}: ${inner}`];
  });
  return [...new Set(phrases)].join(' / ');
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const neededCell = ({ without }: KeyWords, required: boolean, language: Language): string => {
  if (required || without === undefined) return UI.yes[language];
  return UI.without[language] + (typeof without === 'string' ? `\`${without}\`` : without[language]);
};

const meaningCell = (key: SchemaKey, said: KeyWords, language: Language): string => {
  const type = typePhrase(key.schema, language);
  const values = Object.entries(said.values ?? {}).map(([value, text]) => `\`${value}\` — ${text[language]}`);
  const links = (answeredBy.get(key.path) ?? []).map(
    (label) => `[${label}](questions.${language}.md#${label.toLowerCase()})`,
  );
  return [
    said.says[language],
    ...values,
    ...(type === '' ? [] : [`*${type}*`]),
    ...(links.length === 0 ? [] : [UI.answers[language] + links.join(', ')]),
  ]
    .map(cell)
    .join('<br>');
};

const row = (key: SchemaKey, language: Language): readonly string[] => {
  const said = words[key.path];
  if (said === undefined) return [];
  const name = key.path.split('.').at(-1) ?? key.path;
  return [
    `| \`${name}\` | ${cell(neededCell(said, key.required, language))} | ${meaningCell(key, said, language)} |`,
  ];
};

const table = (keys: readonly SchemaKey[], language: Language): readonly string[] => {
  const rows = keys.flatMap((key) => row(key, language));
  if (rows.length === 0) return [];
  return [
    `| ${UI.key[language]} | ${UI.needed[language]} | ${UI.means[language]} |`,
    '|---|---|---|',
    ...rows,
    '',
  ];
};

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

/** Tables of a section: one for every map in it, named by its place where it is not the section itself. */
const tables = (section: string, keys: readonly SchemaKey[], language: Language): readonly string[] => {
  const below = keys.filter(({ path }) => path.startsWith(`${section}.`));
  const parents = [...new Set(below.map(({ path }) => parentOf(path)))];
  return parents.flatMap((parent) => [
    ...(parent === section || parents.length === 1 ? [] : [`\`${parent}\`:`, '']),
    ...table(
      below.filter(({ path }) => parentOf(path) === parent),
      language,
    ),
  ]);
};

const section = (
  name: string,
  keys: readonly SchemaKey[],
  sample: ReadonlyMap<string, string>,
  language: Language,
): readonly string[] => {
  const key = keys.find(({ path }) => path === name);
  const said = words[name];
  if (key === undefined || said === undefined) return [];
  const example = sample.get(name);
  return [
    `### ${name}`,
    '',
    ...meaningCell(key, said, language)
      .split('<br>')
      .flatMap((line) => [line, '']),
    `${UI.needed[language]}: ${neededCell(said, key.required, language)}`,
    '',
    ...(example === undefined ? [] : ['```yaml', example.trimEnd(), '```', '']),
    ...tables(name, keys, language),
  ];
};

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    '# Язык регламента: справочник',
    '',
    'Сделано программой из формы языка (`npm run docs:language`); правится не здесь, а в `packages/desk/src/regulation/language`.',
    'Начать лучше с [учебника](tutorial.ru.md). Как ответить на определённый вопрос: [вопросы и ключи](questions.ru.md). Коды находок: [check.md](../check.md).',
    '',
    'Файл — YAML 1.2: `08:30`, `yes` и `2026-02-30` — просто тексты. Якоря, ссылки, теги, повторы ключей запрещены; не больше 512 КиБ, 20 000 строк и 32 уровней вложенности: так любой файл, даже злонамеренный, читается быстрее 100 мс, а самый длинный известный регламент — вдесятеро короче.',
    'Незнакомый ключ — ошибка. Каждое правило называет свой пункт (`clause`). Звёздочка в пути (`clocks.*.targets.*`) — чей-то id или место в списке.',
    'Примеры взяты из [sample.yaml](sample.yaml): в нём стоит каждый ключ, и он проходит проверку.',
    '',
    'Форму для редактора даёт JSON Schema: первая строка файла `# yaml-language-server: $schema=regulation.schema.json`, сама схема — `regulations/regulation.schema.json`,',
    'её отдаёт и сервер: `GET /regulation.schema.json`. Схема знает форму; имена, которые никуда не ведут, пробелы и противоречия находит `reglament check`.',
    'Что язык говорит, а служба сама ещё не делает, перечисляет `reglament check --notes` (`not-obeyed-yet`).',
    '',
  ],
  en: [
    '# The regulation language: reference',
    '',
    'Made by a program from the shape of the language (`npm run docs:language`); it is edited in `packages/desk/src/regulation/language`, not here.',
    'Begin with the [tutorial](tutorial.en.md). How to answer one question: [questions and keys](questions.en.md). Codes of findings: [check.md](../check.md).',
    '',
    'A file is YAML 1.2: `08:30`, `yes` and `2026-02-30` are plain texts. Anchors, aliases, tags and repeated keys are refused; at most 512 KiB, 20,000 lines and 32 levels: any file, a hostile one too, is read within 100 ms, and the longest regulation known is ten times shorter.',
    'An unknown key is an error. Every rule names its `clause`. A star in a path (`clocks.*.targets.*`) is an id or a place in a list.',
    'The examples come from [sample.yaml](sample.yaml): every key stands in it, and it passes the check.',
    '',
    "For editors there is a JSON Schema: the file's first line is `# yaml-language-server: $schema=regulation.schema.json`, the schema itself `regulations/regulation.schema.json`,",
    'served as well: `GET /regulation.schema.json`. The schema knows the shape; names that lead nowhere, gaps and contradictions are found by `reglament check`.',
    'What the language says and the desk does not do by itself yet is listed by `reglament check --notes` (`not-obeyed-yet`).',
    '',
  ],
};

const list = (entries: Readonly<Record<string, Text>>, language: Language): readonly string[] => [
  ...Object.entries(entries).map(([value, text]) => `- \`${value}\` — ${text[language]}`),
  '',
];

const WORDS_OF_VALUES = {
  target: both('Сроки словами', 'Targets in words'),
  length: both('Длины и моменты', 'Lengths and moments'),
  condition: both('Условия', 'Conditions'),
  stop: both('Что останавливает часы', 'What stops a clock'),
  level: both('Как дана услуга', 'Levels of a service'),
  channel: both('Каналы', 'Channels'),
  parts: both('Из чего состоят значения', 'What values are made of'),
} as const;

const RULES_OF_TARGETS = both(
  'Часы считают по графику пакета для этого приоритета, `hours` в строке важнее. Начало вне графика — ближайшее открытие (для обычных часов — само начало). Пауза останавливает только то время, которое шло бы; срок в днях сдвигается на рабочее время паузы.',
  "Clocks count by the package's schedule for that priority, `hours` of the row wins over it. A start outside the schedule is the next opening (for plain hours the start itself). A pause stops only time that would have run; a target in days moves by the working time of the pause.",
);

const LENGTHS = both(
  'Длина: `90 days`, `3 months`, `1 year`. Месяцы кончаются тем же числом (нет такого — последним днём месяца). Момент — событие или время после него: `31 days after purchase` (00:00 той даты). События:',
  'A length: `90 days`, `3 months`, `1 year`. Months end on the same day number (or on the last day of the month). A moment is an event, or a time after one: `31 days after purchase` (00:00 of that date). Events:',
);

const values = (keys: readonly SchemaKey[], language: Language): readonly string[] => {
  const title = (name: keyof typeof WORDS_OF_VALUES): string => `## ${WORDS_OF_VALUES[name][language]}`;
  const enumeration = (part: string) => list(words[part]?.values ?? {}, language);
  return [
    title('target'),
    '',
    ...list(TARGET_WORDS, language),
    RULES_OF_TARGETS[language],
    '',
    title('length'),
    '',
    LENGTHS[language],
    '',
    ...list(EVENT_WORDS, language),
    title('stop'),
    '',
    ...enumeration('stop'),
    title('channel'),
    '',
    ...enumeration('channel'),
    title('level'),
    '',
    ...enumeration('service-level'),
    title('condition'),
    '',
    words['condition']?.says[language] ?? '',
    '',
    ...tables('condition', keys, language),
    title('parts'),
    '',
    ...Object.values(partWords).map(({ label, says }) => `- *${label[language]}* — ${says[language]}`),
    '',
    ...tables('named', keys, language),
  ];
};

/** The reference page: every key by idea, with the sample's lines as examples. `sample` is the text of sample.yaml. */
export const referencePage = (sample: string, language: Language): string => {
  const keys = walkSchema(drawSchema());
  const examples = sectionsOf(sample);
  const lines = [
    ...HEAD[language],
    ...CHAPTERS.flatMap(({ title, intro, keys: names }) => [
      `## ${title[language]}`,
      '',
      intro[language],
      '',
      ...names.flatMap((name) => section(name, keys, examples, language)),
    ]),
    ...values(keys, language),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};
