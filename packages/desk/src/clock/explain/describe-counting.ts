import { endOfLocalDate, localDateOf } from '@reglament/working-time';
import { isPlainTime, type TraceRun, type TraceStretch } from './count-stretches.ts';
import type { TracePeriod } from './trace.ts';
import { inBrief, type Telling } from './telling.ts';
import { countWords, dateWords, monthWords, timeWords } from './time-words.ts';

/** Stretches named one by one; of more only the ends are. */
const NAMED = 6;

/** `пн 23.11.2026 09:00–17:00 (8 часов)`; plain time may end on another date, which is said then. */
export const stretchWords = (telling: Telling, { from, to, workedMs }: TraceStretch): string => {
  const { zone } = telling;
  // A night shift's date is the one it began on: what is left of it after midnight is told by the wall clock.
  const date = localDateOf(zone, from);
  const dayEnd = endOfLocalDate(zone, date);
  const start = `${dateWords(date, telling.language)} ${timeWords(zone, from)}`;
  const length = `(${telling.span(workedMs)})`;
  if (to > dayEnd) return `${start} – ${telling.end(to)} ${length}`;
  // The end of a day is said as its 24:00, not as the next day's 00:00.
  return `${start}–${to === dayEnd ? '24:00' : timeWords(zone, to)} ${length}`;
};

const runWords = (telling: Telling, { name, dates, workedMs }: TraceRun): string => {
  const days = countWords(dates, 'day', telling.language);
  return `${monthWords(name, telling.language)} (${days}, ${telling.span(workedMs)})`;
};

/** The stretches of a period, in words, in brief. */
const listed = (telling: Telling, { stretches, runs }: Pick<TracePeriod, 'stretches' | 'runs'>): string => {
  const { language, say } = telling;
  if (runs !== null)
    return inBrief(
      runs.map((run) => runWords(telling, run)),
      NAMED,
      (left) => {
        const many = countWords(left, runs[0]?.name.length === 4 ? 'year' : 'month', language);
        return say(`ещё ${many}`, `${many} more`);
      },
    );
  // A lunch or a pause makes two stretches of a day.
  const unit = new Set(stretches.map(({ date }) => date)).size === stretches.length ? 'day' : 'stretch';
  return inBrief(
    stretches.map((one) => stretchWords(telling, one)),
    NAMED,
    (left) => {
      const many = countWords(left, unit, language);
      return say(`ещё ${many}`, `${many} more`);
    },
  );
};

/** What leads to the deadline, without what came after it. */
const listedPromise = (telling: Telling, { stretches, runs }: TracePeriod): string =>
  listed(telling, {
    stretches: stretches.filter(({ part }) => part === 'promised'),
    runs: runs?.filter(({ part }) => part === 'promised') ?? null,
  });

/** The day from which working days are counted; its date where it isn't the one counting is said to begin on. */
const startDay = ({ trace, language }: Telling): readonly [ru: string, en: string] => {
  const { rule, changes, dates, zone, startedAt, countsFrom } = trace;
  const { target } = rule;
  if (target.kind === 'working-days' && target.from === 'opening')
    return ['дня, когда служба открылась', 'the day on which the service opened'];
  if (changes.some(({ isAnew }) => isAnew))
    return ['дня, когда отсчёт начат заново', 'the day on which counting began anew'];
  const after = dates?.after ?? null;
  if (after !== null && after > localDateOf(zone, startedAt))
    return ['дня, когда служба открылась', 'the day on which the service opened'];
  const told = countsFrom === null || after === null || after === localDateOf(zone, countsFrom);
  const date = told ? '' : `, ${dateWords(after, language)}`;
  return [`дня начала${date}`, `the day it started${date}`];
};

/** The same time of day at which the service is shut. */
const sameTimeShut = ({ trace: { dates }, say }: Telling): readonly string[] => {
  switch (dates?.sameTimeShut ?? null) {
    case 'closing':
      return [
        say(
          'В то же время суток служба в этот день уже закрыта: срок — её закрытие.',
          'At the same time of that day the service is closed already: it is due at closing time.',
        ),
      ];
    case 'opening':
      return [
        say(
          'В то же время суток служба в этот день закрыта: срок — ближайшее открытие.',
          'At the same time of that day the service is closed: it is due at the next opening.',
        ),
      ];
    case null:
      return [];
  }
};

const workingDays = (telling: Telling): readonly string[] => {
  const { trace, language, say, end } = telling;
  const { dates, rule } = trace;
  if (dates === null || dates.dates === null || dates.dates.length === 0) return [];
  const words = inBrief(
    dates.dates.map((date) => dateWords(date, language)),
    NAMED,
    (left) => {
      const days = countWords(left, 'day', language);
      return say(`ещё ${days}`, `${days} more`);
    },
  );
  const shifted =
    dates.movedMs > 0 && dates.plainDueAt !== null
      ? say(
          `; без пауз срок был бы ${end(dates.plainDueAt)}`,
          `; without pauses it would be due ${end(dates.plainDueAt)}`,
        )
      : '';
  const isWorkingDays = rule.target.kind === 'working-days';
  const [after, afterIt] = startDay(telling);
  const closes =
    dates.movedMs > 0 && isWorkingDays && rule.target.afterPause === 'closing-time'
      ? [
          say(
            'Сдвинутый паузами срок продлён до закрытия того же рабочего дня.',
            'Moved by the pauses, the deadline goes on to closing time of that working day.',
          ),
        ]
      : [];
  return [
    say(
      `Рабочие дни после ${after}: ${words}${shifted}.`,
      `Working days after ${afterIt}: ${words}${shifted}.`,
    ),
    ...sameTimeShut(telling),
    ...closes,
  ];
};

/** What counted or will count under the rule in force. */
export const counting = (telling: Telling): readonly string[] => {
  const { trace, say, time, end } = telling;
  const period = trace.periods.at(-1);
  if (period === undefined) return [];
  const { target } = trace.rule;
  switch (target.kind) {
    case 'working-days':
      return workingDays(telling);
    case 'calendar-days': {
      const { plainDueAt = null, movedMs = 0 } = trace.dates ?? {};
      if (plainDueAt === null || movedMs === 0) return [];
      const plain = end(plainDueAt);
      return [say(`Без пауз срок был бы ${plain}.`, `Without pauses it would be due ${plain}.`)];
    }
    case 'agreed-date':
      return [say(`Дата согласована: ${time(target.at)}.`, `The date was agreed: ${time(target.at)}.`)];
    case 'elapsed':
    case 'working-time': {
      const words =
        isPlainTime(trace.rule) && trace.changes.length === 0 && trace.pauses.length === 0
          ? ''
          : listedPromise(telling, period);
      if (words === '') return [];
      return trace.status === 'running'
        ? [say(`Считается: ${words}.`, `Counted: ${words}.`)]
        : [say(`Учтено: ${words}.`, `Counted so far: ${words}.`)];
    }
  }
};

/** What had counted under an earlier rule, late time included: it adds up to the sum. */
export const countedBefore = (telling: Telling, period: TracePeriod): string => {
  const { say, time, span } = telling;
  const sum = span(period.workedMs);
  const words = period.isProven ? listed(telling, period) : '';
  const single =
    period.stretches.length === 1 &&
    localDateOf(telling.zone, period.from) === localDateOf(telling.zone, period.to);
  if (words === '' || single)
    return say(`До ${time(period.to)} учтено ${sum}.`, `Up to ${time(period.to)} ${sum} counted.`);
  return say(
    `До ${time(period.to)} учтено ${sum}: ${words}.`,
    `Up to ${time(period.to)} ${sum} counted: ${words}.`,
  );
};
