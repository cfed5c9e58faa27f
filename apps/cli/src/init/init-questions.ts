import { parseTarget, type Text } from '@reglament/desk';
import { parseTimeZone } from '@reglament/working-time';
import { inLatin } from './in-latin.ts';
import {
  ID_HINT,
  isId,
  listed,
  namedIds,
  weekLines,
  type InitAnswers,
  type InitQuestion,
} from './init-question.ts';

const CHANNELS = ['email', 'phone', 'portal', 'web-form', 'messenger', 'social'];
const CLOSING = /^(?<days>\d{1,3}) calendar days$/u;
const LEAST_DAYS = 2;
const MOST_PACKAGES = 20;

const text = (ru: string, en: string): Text => ({ ru, en });
const unless = (sound: boolean, ru: string, en: string): Text | null => (sound ? null : text(ru, en));

const notEmpty = (answer: string): Text | null =>
  unless(
    answer.trim() !== '' && answer.length <= 200,
    'нужен текст до 200 знаков',
    'a text is needed, at most 200 characters',
  );

const named =
  (least: number) =>
  (answer: string): Text | null => {
    const list = namedIds(answer);
    return unless(
      list !== null && list.length >= least && list.length <= MOST_PACKAGES,
      'пишите id=Название через запятую: base=Базовый, plus=Плюс; id — малые латинские буквы, цифры, дефис',
      'write id=Name with commas between: base=Base, plus=Extended; an id is small latin letters, digits, hyphens',
    );
  };

/** Days after which a resolved ticket closes, or null for never and for what can't be read. */
export const closingDays = (answer: string): number | null => {
  const days = CLOSING.exec(answer)?.groups?.['days'];
  return days === undefined ? null : Number(days);
};

/** Asked where a name has Cyrillic letters: English pages and letters need another. */
const englishName = (name: string): readonly InitQuestion[] =>
  /[а-яё]/iu.test(name)
    ? [
        {
          key: 'name-en',
          asks: text('Название по-английски', 'The name in English'),
          preset: inLatin(name),
          wrong: notEmpty,
        },
      ]
    : [];

/** Whose desk it is, and when it works. */
const vendorQuestions = (
  answers: InitAnswers,
  id: string,
  calendars: readonly string[],
): readonly InitQuestion[] => [
  {
    key: 'id',
    asks: text('Короткое имя службы (id), оно же имя файла', 'Short name of the desk (id), also of the file'),
    preset: id,
    wrong: (answer) => (isId(answer) ? null : ID_HINT),
  },
  { key: 'name', asks: text('Название вендора', "The vendor's name"), preset: '', wrong: notEmpty },
  ...englishName(answers.get('name') ?? ''),
  { key: 'product', asks: text('Что поддерживается', 'What is supported'), preset: '', wrong: notEmpty },
  {
    key: 'zone',
    asks: text('Часовой пояс (IANA)', 'Time zone (IANA)'),
    preset: 'Europe/Moscow',
    wrong: (answer) => unless(parseTimeZone(answer) !== null, 'такого пояса нет', 'there is no such zone'),
  },
  {
    key: 'hours',
    asks: text('Рабочие часы', 'Working hours'),
    preset: 'mon-fri 09:00-18:00',
    wrong: (answer) =>
      unless(
        weekLines(answer) !== null,
        'пишите так: mon-fri 09:00-13:00 14:00-18:00, sat 10:00-14:00',
        'write like this: mon-fri 09:00-13:00 14:00-18:00, sat 10:00-14:00',
      ),
  },
  {
    key: 'calendar',
    asks: text(
      `Производственный календарь: ${[...calendars, 'none'].join(', ')}`,
      `Production calendar: ${[...calendars, 'none'].join(', ')}`,
    ),
    preset: calendars[0] ?? 'none',
    wrong: (answer) =>
      unless(
        answer === 'none' || calendars.includes(answer),
        'такого календаря нет',
        'there is no such calendar',
      ),
  },
];

/** What is sold, and through what. */
const offerQuestions = (language: keyof Text): readonly InitQuestion[] => [
  {
    key: 'packages',
    asks: text('Пакеты, от младшего к старшему', 'Packages, the least first'),
    preset: language === 'ru' ? 'base=Базовый' : 'base=Base',
    wrong: named(1),
  },
  {
    key: 'priorities',
    asks: text(
      'Приоритеты, начиная с самого срочного (- если их нет)',
      'Priorities, the most urgent first (- for none)',
    ),
    preset: language === 'ru' ? 'critical=Критический, usual=Обычный' : 'critical=Critical, usual=Usual',
    wrong: (answer) => (answer === '-' ? null : named(1)(answer)),
  },
  {
    key: 'channels',
    asks: text(`Каналы: ${CHANNELS.join(', ')}`, `Channels: ${CHANNELS.join(', ')}`),
    preset: 'email',
    wrong: (answer) => {
      const list = listed(answer);
      const sound =
        list.length > 0 && new Set(list).size === list.length && list.every((one) => CHANNELS.includes(one));
      return unless(
        sound,
        'каналы через запятую, каждый один раз',
        'channels with commas between, each once',
      );
    },
  },
  {
    key: 'closing',
    asks: text(
      'Когда решённая заявка закрывается сама: never или 14 calendar days',
      'When a resolved ticket closes by itself: never, or 14 calendar days',
    ),
    preset: 'never',
    wrong: (answer) =>
      unless(
        answer === 'never' || (closingDays(answer) ?? 0) >= LEAST_DAYS,
        'never или не меньше двух дней: 14 calendar days',
        'never, or two days at least: 14 calendar days',
      ),
  },
];

/** Priorities as answered; empty: there are none. */
export const prioritiesOf = (answers: InitAnswers) =>
  namedIds((answers.get('priorities') ?? '').replace(/^-$/u, '')) ?? [];

export const packagesOf = (answers: InitAnswers) => namedIds(answers.get('packages') ?? '') ?? [];

/** The name of "any priority" where a vendor knows none. */
export const ANY = 'any';

const hoursQuestions = (answers: InitAnswers): readonly InitQuestion[] =>
  packagesOf(answers).map(({ id, name }) => ({
    key: `round-the-clock.${id}`,
    asks: text(
      `Пакет «${name}»: что круглосуточно — приоритеты через запятую, any — всё, - — ничего`,
      `Package "${name}": what is served round the clock - priorities with commas between, any, or - for nothing`,
    ),
    preset: '-',
    wrong: (answer) => {
      const known = prioritiesOf(answers).map((one) => one.id);
      const sound = answer === '-' || answer === ANY || listed(answer).every((one) => known.includes(one));
      return unless(sound, `any, - или из: ${known.join(', ')}`, `any, - or some of: ${known.join(', ')}`);
    },
  }));

const reactionQuestions = (answers: InitAnswers): readonly InitQuestion[] => {
  const priorities = prioritiesOf(answers);
  const cells = priorities.length === 0 ? [{ id: ANY, name: '' }] : priorities;
  return packagesOf(answers).flatMap((one) =>
    cells.map((cell) => ({
      key: `reaction.${one.id}.${cell.id}`,
      asks: text(
        `Реакция: пакет «${one.name}»${cell.name === '' ? '' : `, приоритет «${cell.name}»`}`,
        `Reaction: package "${one.name}"${cell.name === '' ? '' : `, priority "${cell.name}"`}`,
      ),
      preset: '8 working hours',
      wrong: (answer: string) =>
        unless(
          answer === 'nothing' || parseTarget(answer) !== null,
          'пишите так: 4 working hours, 2 working days, 48 hours, nothing',
          'write like this: 4 working hours, 2 working days, 48 hours, nothing',
        ),
    })),
  );
};

/** All questions, as far as the answers so far tell them. */
export const initQuestions = (
  answers: InitAnswers,
  {
    id,
    language,
    calendars,
  }: { readonly id: string; readonly language: keyof Text; readonly calendars: readonly string[] },
): readonly InitQuestion[] => [
  ...vendorQuestions(answers, id, calendars),
  ...offerQuestions(language),
  ...(answers.has('packages') && answers.has('priorities')
    ? [...hoursQuestions(answers), ...reactionQuestions(answers)]
    : []),
];
