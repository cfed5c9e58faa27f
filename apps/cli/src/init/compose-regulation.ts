import type { Text } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { listed, weekLines, type InitAnswers } from './init-question.ts';
import { ANY, closingDays, packagesOf, prioritiesOf } from './init-questions.ts';

const WARN_DAYS = 3;

interface Draft {
  readonly answers: InitAnswers;
  readonly say: (ru: string, en: string) => string;
  readonly clause: (number: number) => string;
  readonly answer: (key: string) => string;
}

/** A text as YAML: quoted as JSON is, which YAML reads the same. */
const quoted = (text: string): string => JSON.stringify(text);

const one = (ru: string, en: string): string => `{ru: ${quoted(ru)}, en: ${quoted(en)}}`;

const windows = (list: readonly string[]): string =>
  list.length === 1 ? (list[0] ?? '') : `[${list.join(', ')}]`;

type Hours = 'office' | 'always' | 'both';

const roundTheClock = ({ answers, answer }: Draft, packageId: string): readonly string[] => {
  const said = answer(`round-the-clock.${packageId}`);
  if (said === '-') return [];
  const all = prioritiesOf(answers).map(({ id }) => id);
  const chosen = said === ANY ? all : listed(said);
  return said === ANY || chosen.length === all.length ? [ANY] : chosen;
};

const hoursOf = (draft: Draft, packageId: string): Hours => {
  const chosen = roundTheClock(draft, packageId);
  if (chosen.length === 0) return 'office';
  return chosen[0] === ANY ? 'always' : 'both';
};

const hoursLine = (draft: Draft, packageId: string): string => {
  const hours = hoursOf(draft, packageId);
  if (hours !== 'both') return hours;
  const lines = roundTheClock(draft, packageId).map((priority) => `${priority}: always`);
  return `{${[...lines, 'else: office'].join(', ')}}`;
};

const head = ({ answers, answer, say }: Draft, today: LocalDate): readonly string[] => [
  say(
    '# Регламент поддержки, написанный `reglament init`. Меняйте смело и проверяйте: npx reglament check',
    '# A support regulation, written by `reglament init`. Change it freely and check it: npx reglament check',
  ),
  say(
    '# Все ключи: docs/language/reference.ru.md; как ответить на вопрос: docs/language/questions.ru.md',
    '# All keys: docs/language/reference.en.md; how to answer a question: docs/language/questions.en.md',
  ),
  '',
  'reglament: 1',
  `id: ${answer('id')}`,
  `name: ${one(`Поддержка ${answer('name')}`, `${answers.get('name-en') ?? answer('name')} support`)}`,
  `product: ${quoted(answer('product'))} ${say('# на двух языках: {ru: ..., en: ...}', '# in two languages: {ru: ..., en: ...}')}`,
  `edition: {label: "1.0", date: ${today}, in-force-from: ${today}}`,
  `zone: ${answer('zone')}`,
  'products: []',
  '',
];

const PLACES: Readonly<Record<string, (id: string) => string>> = {
  email: (id) => `support@${id}.example`,
  phone: () => '+7 (000) 000-00-00',
  portal: (id) => `"https://${id}.example/support/"`,
  'web-form': (id) => `"https://${id}.example/request/"`,
};

const addresses = ({ answer, say }: Draft): readonly string[] => [
  say('# Куда обращаться: замените на свои адреса.', '# Where to turn: put your own addresses here.'),
  'addresses:',
  ...listed(answer('channels')).map((channel) => {
    const id = answer('id');
    return `  - {channel: ${channel}, purpose: support, value: ${PLACES[channel]?.(id) ?? `"${id}.example"`}}`;
  }),
  '',
];

const schedules = (draft: Draft): readonly string[] => {
  const { answers, answer, say, clause } = draft;
  const used = new Set(packagesOf(answers).map(({ id }) => hoursOf(draft, id)));
  const week = (weekLines(answer('hours')) ?? []).map((line) => `${line.days}: ${windows(line.windows)}`);
  return [
    say(
      '# Когда служба работает; праздники и рабочие субботы — по производственному календарю.',
      '# When the service works; holidays and working Saturdays go by the production calendar.',
    ),
    'schedules:',
    ...(used.has('office') || used.has('both')
      ? [
          '  office:',
          `    name: ${one('рабочие часы', 'working hours')}`,
          `    week: {${week.join(', ')}}`,
          `    calendar: ${answer('calendar')}`,
          `    clause: ${clause(1)}`,
        ]
      : []),
    ...(used.has('always') || used.has('both')
      ? [
          '  always:',
          `    name: ${one('круглосуточно', 'round the clock')}`,
          '    week: {mon-sun: 00:00-24:00}',
          '    calendar: none',
          `    clause: ${clause(1)}`,
        ]
      : []),
    '',
  ];
};

const priorities = ({ answers, say, clause }: Draft): readonly string[] => {
  const list = prioritiesOf(answers);
  if (list.length === 0) return ['types: {}', 'priorities: {}', 'priority-rules: none', ''];
  return [
    'types: {}',
    say(
      '# По чему узнают приоритет: напишите своими словами.',
      '# How a priority is recognised: write it in your own words.',
    ),
    'priorities:',
    ...list.flatMap(({ id, name }, index) => [
      `  ${id}:`,
      `    rank: ${index + 1}`,
      `    name: ${quoted(name)}`,
      `    definition: ${one('Напишите, по чему его узнают.', 'Write how it is recognised.')}`,
      `    clause: ${clause(2)}`,
    ]),
    'priority-rules:',
    `  default: ${list.at(-1)?.id ?? 'none'} ${say('# клиент не назвал; иначе: none', '# the customer names none; else: none')}`,
    `  stated-by-customer: counts ${say('# иначе: supposed', '# else: supposed')}`,
    `  changed-by-staff: with-reason ${say('# иначе: freely, with-consent, never', '# else: freely, with-consent, never')}`,
    `  clause: ${clause(2)}`,
    '',
  ];
};

const packages = (draft: Draft): readonly string[] => [
  'packages:',
  ...packagesOf(draft.answers).flatMap(({ id, name }, index) => [
    `  ${id}:`,
    `    name: ${quoted(name)}`,
    `    rank: ${index + 1}`,
    `    hours: ${hoursLine(draft, id)}`,
    `    channels: [${listed(draft.answer('channels')).join(', ')}]`,
    `    clause: ${draft.clause(1)}`,
    `    channels-clause: ${draft.clause(3)}`,
  ]),
  '',
];

const targets = ({ answers, answer, clause }: Draft): readonly string[] => {
  const ids = packagesOf(answers).map(({ id }) => id);
  const cells = prioritiesOf(answers).map(({ id }) => id);
  return (cells.length === 0 ? [ANY] : cells).flatMap((priority) => {
    const figures = ids.map((id) => answer(`reaction.${id}.${priority}`));
    const same = figures.every((figure) => figure === figures[0]);
    return (same ? [ANY] : ids).map(
      (id, index) =>
        `      - {packages: ${id}, priorities: ${priority}, within: ${quoted(figures[index] ?? '')}, clause: ${clause(4)}}`,
    );
  });
};

const clocks = (draft: Draft): readonly string[] => [
  draft.say(
    '# Что обещано. Какие часы ещё нужны — решение, обратный звонок? У каждых своё начало и конец.',
    '# What is promised. Which clocks besides - resolution, callback? Each has its own start and stops.',
  ),
  'clocks:',
  '  reaction:',
  `    name: ${one('Реакция', 'Reaction')}`,
  '    starts: registration',
  `    stops: [public-reply, information-request] ${draft.say('# первый ответ человека; иначе: [registration-notice], [taken] ...', '# the first human reply; else: [registration-notice], [taken] ...')}`,
  '    pauses: []',
  '    after-objection: leave',
  '    warn-at: [50%, 80%]',
  '    targets:',
  ...targets(draft),
  `    clause: ${draft.clause(4)}`,
  '',
];

const rest = ({ answer, say, clause }: Draft): readonly string[] => {
  const days = closingDays(answer('closing'));
  return [
    'intake:',
    `  company: {name: ${one('Компания', 'Company')}, required: true, from: company, clause: ${clause(3)}}`,
    `  description: {name: ${one('Описание', 'Description')}, required: true, from: description, clause: ${clause(3)}}`,
    '',
    'lifecycle:',
    `  confirmation: {objection-needs-reason: false, clause: ${clause(5)}}`,
    days === null
      ? '  auto-close: never'
      : `  auto-close: {after: ${days} calendar days, warn: ${Math.min(WARN_DAYS, days - 1)} days before, clause: ${clause(5)}}`,
    '',
    'entitlement:',
    `  unknown-sender: no-promise ${say('# или id пакета', '# or the id of a package')}`,
    `  without-package: not-entitled ${say('# или id пакета', '# or the id of a package')}`,
    `  clause: ${clause(6)}`,
    `  way-back: ${one('Купите или продлите поддержку.', 'Buy or renew support.')}`,
    '',
    say(
      '# Что входит: yes, no, paid, agreement, conditional по пакетам.',
      '# What is included: yes, no, paid, agreement, conditional by package.',
    ),
    'services:',
    `  advice: {name: ${one('Ответы на вопросы', 'Answers to questions')}, packages: {any: yes}, clause: ${clause(6)}}`,
    '',
    say(
      '# Примеры, просчитанные вручную, прогоняются при каждой проверке: допишите раздел examples.',
      '# Cases worked out by hand are run at every check: add a section examples.',
    ),
    say(
      '# Пункты вашего документа: замените своими словами.',
      '# Clauses of your document: put your own words here.',
    ),
  ];
};

const CLAUSES: readonly Text[] = [
  { ru: 'Часы работы и пакеты.', en: 'Hours and packages.' },
  { ru: 'Приоритеты.', en: 'Priorities.' },
  { ru: 'Каналы и содержание обращения.', en: 'Channels and what a request holds.' },
  { ru: 'Срок реакции.', en: 'The time of reaction.' },
  { ru: 'Подтверждение и закрытие.', en: 'Confirmation and closing.' },
  { ru: 'Кому и что положено.', en: 'Who is entitled to what.' },
];

const clauses = ({ answers, clause }: Draft): readonly string[] => [
  'clauses:',
  ...CLAUSES.flatMap(({ ru, en }, index) =>
    index === 1 && prioritiesOf(answers).length === 0
      ? []
      : [`  ${clause(index + 1)}: {place: "${index + 1}", ru: ${ru}, en: ${en}}`],
  ),
  '',
];

/** A small regulation with comments, from answers that were found sound. */
export const composeRegulation = (answers: InitAnswers, language: keyof Text, today: LocalDate): string => {
  const answer = (key: string): string => answers.get(key) ?? '';
  const draft: Draft = {
    answers,
    answer,
    say: (ru, en) => (language === 'ru' ? ru : en),
    clause: (number) => `${answer('id').slice(0, 20).toUpperCase()}-${number}`,
  };
  return [
    ...head(draft, today),
    ...addresses(draft),
    ...schedules(draft),
    ...priorities(draft),
    ...packages(draft),
    ...clocks(draft),
    ...rest(draft),
    ...clauses(draft),
  ].join('\n');
};
