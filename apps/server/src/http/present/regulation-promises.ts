import { channelNames, lengthWords, type Regulation, type Target, type Text } from '@reglament/desk';

const DAY_MS = 86_400_000;

const listed = (texts: readonly Text[], language: 'ru' | 'en'): string =>
  [...new Set(texts.map((text) => text[language]))].join(', ');

const line = (label: Text, texts: readonly Text[]): readonly Text[] =>
  texts.length === 0
    ? []
    : [{ ru: `${label.ru}: ${listed(texts, 'ru')}`, en: `${label.en}: ${listed(texts, 'en')}` }];

/** Good for telling the shortest from the longest: a day counts as one, whatever its hours. */
const roughMs = (target: Target): number => {
  switch (target.kind) {
    case 'working-time':
    case 'elapsed':
      return target.ms;
    case 'working-days':
    case 'calendar-days':
      return target.days * DAY_MS;
    case 'agreed-date':
      return 0;
  }
};

/** What a clock promises, from the shortest to the longest, without a package or priority. */
const spanOf = (clock: Regulation['clocks'][number]): Text | null => {
  const sorted = clock.targets
    .flatMap(({ within }) => within ?? [])
    .toSorted((a, b) => roughMs(a) - roughMs(b));
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return null;
  const say = (language: 'ru' | 'en'): string => {
    const [from, to] = [lengthWords(least, language), lengthWords(most, language)];
    return `${clock.name[language]} — ${from === to ? from : `${from} … ${to}`}`;
  };
  return { ru: say('ru'), en: say('en') };
};

/** What a regulation promises at a glance, a line each: packages, channels, hours, deadlines. What it has none of is left out. */
export const regulationPromises = (regulation: Regulation): readonly Text[] => {
  const packages = regulation.packages.toSorted((a, b) => a.rank - b.rank);
  const used = new Set(packages.flatMap(({ hours }) => hours.map(({ schedule }) => schedule)));
  return [
    ...line(
      { ru: 'Пакеты', en: 'Packages' },
      packages.map(({ name }) => name),
    ),
    ...line(
      { ru: 'Принимает', en: 'Taken by' },
      packages.flatMap(({ channels }) => channels.map(({ channel }) => channelNames[channel])),
    ),
    ...line(
      { ru: 'Часы', en: 'Hours' },
      regulation.schedules.filter(({ id }) => used.has(id)).map(({ name }) => name),
    ),
    ...line(
      { ru: 'Сроки', en: 'Deadlines' },
      regulation.clocks.flatMap((clock) => spanOf(clock) ?? []),
    ),
  ];
};
