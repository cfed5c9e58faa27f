import { endOfLocalDate, localDateOf, type Instant } from '@reglament/working-time';
import type { ClockStart, Regulation } from '../regulation/regulation.ts';
import {
  countWords,
  dateWords,
  durationWords,
  instantWords,
  targetWords,
  timeWords,
  type Language,
} from './time-words.ts';
import type { DeadlineTrace, TracePause, TraceStretch } from './trace-clock.ts';

/** Stretches named one by one; of more only the ends are. */
const NAMED_STRETCHES = 6;

const STARTED: Readonly<
  Record<Language, Readonly<Record<ClockStart, readonly [event: string, from: string]>>>
> = {
  ru: {
    receipt: ['обращение получено', 'с получения обращения'],
    registration: ['заявка зарегистрирована', 'с регистрации заявки'],
    classification: ['классификация сообщена', 'с сообщения о классификации'],
  },
  en: {
    receipt: ['the request came', 'from the receipt of the request'],
    registration: ['the ticket was registered', 'from the registration of the ticket'],
    classification: ['the classification was told', 'from the classification being told'],
  },
};

const PAUSED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: { 'waiting-for-customer': 'ждали ответа клиента', stopped: 'работа была завершена' },
  en: { 'waiting-for-customer': "waiting for the customer's answer", stopped: 'the work was finished' },
};

interface Telling {
  readonly trace: DeadlineTrace;
  readonly language: Language;
  readonly say: (ru: string, en: string) => string;
  readonly time: (at: Instant) => string;
}

const promised = ({ trace, language, say }: Telling, regulation: Regulation): readonly string[] => {
  const name = regulation.clocks.find(({ id }) => id === trace.clock)?.name[language] ?? trace.clock;
  const target = targetWords(trace.rule.target, language);
  const { clause, rule } = trace;
  const says = clause === null ? '' : `: ${clause.says[language]}`;
  return [
    say(`Обещано: ${name.toLowerCase()} — ${target}.`, `Promised: ${name.toLowerCase()} - ${target}.`),
    say(
      `Правило ${rule.clause}, редакция ${rule.edition}${says || '.'}`,
      `Rule ${rule.clause}, edition ${rule.edition}${says || '.'}`,
    ),
  ];
};

const usesHours = ({ rule }: DeadlineTrace): boolean =>
  rule.target.kind === 'working-time' ||
  rule.target.kind === 'working-days' ||
  (rule.target.kind === 'elapsed' && rule.target.outsideHours === 'next-opening');

const hours = ({ trace, language, say }: Telling): readonly string[] => {
  if (trace.scheduleName === null || !usesHours(trace)) return [];
  const name = trace.scheduleName[language];
  return [
    say(
      `Часы службы: ${name}, часовой пояс ${trace.zone}.`,
      `Service hours: ${name}, time zone ${trace.zone}.`,
    ),
  ];
};

const start = ({ trace, language, say, time }: Telling): readonly string[] => {
  const { countsFrom, startedAt } = trace;
  if (countsFrom === null) return [];
  const [event, since] = STARTED[language][trace.startedBy ?? 'registration'];
  return countsFrom > startedAt
    ? [
        say(
          `Отсчёт с ${time(countsFrom)}: ${event} вне рабочих часов, ${time(startedAt)}.`,
          `Counted from ${time(countsFrom)}: ${event} outside service hours, ${time(startedAt)}.`,
        ),
      ]
    : [say(`Отсчёт с ${time(startedAt)}, ${since}.`, `Counted from ${time(startedAt)}, ${since}.`)];
};

const carried = ({ trace, language, say, time }: Telling): readonly string[] => {
  if (trace.carriedAt === null) return [];
  const spent = durationWords(trace.carriedMs, language);
  return [
    say(
      `До ${time(trace.carriedAt)} действовало другое правило, учтено ${spent}.`,
      `Another rule held until ${time(trace.carriedAt)}; ${spent} spent under it counts.`,
    ),
  ];
};

const stretchWords = ({ trace, language }: Telling, { date, from, to, workedMs }: TraceStretch): string => {
  // The end of a day is said as its 24:00, not as the next day's 00:00.
  const end = to === endOfLocalDate(trace.zone, date) ? '24:00' : timeWords(trace.zone, to);
  return `${dateWords(date, language)} ${timeWords(trace.zone, from)}–${end} (${durationWords(workedMs, language)})`;
};

const inBrief = (telling: Telling, words: readonly string[]): string => {
  if (words.length <= NAMED_STRETCHES) return words.join(', ');
  const left = countWords(words.length - 3, 'day', telling.language);
  return [words[0], words[1], telling.say(`ещё ${left}`, `${left} more`), words.at(-1)].join(', ');
};

const counting = (telling: Telling): readonly string[] => {
  const { trace, language, say } = telling;
  if (trace.stretches.length === 0) return [];
  switch (trace.rule.target.kind) {
    case 'elapsed':
    case 'calendar-days':
    case 'agreed-date':
      return [];
    case 'working-time': {
      const words = inBrief(
        telling,
        trace.stretches.map((stretch) => stretchWords(telling, stretch)),
      );
      return [say(`Считается: ${words}.`, `Counted: ${words}.`)];
    }
    case 'working-days': {
      const own = trace.stretches[0]?.date;
      const days = [...new Set(trace.stretches.map(({ date }) => date))];
      const after = own === localDateOf(trace.zone, trace.startedAt) ? days.slice(1) : days;
      const words = inBrief(
        telling,
        after.map((date) => dateWords(date, language)),
      );
      return after.length === 0
        ? []
        : [
            say(
              `Рабочие дни после дня начала: ${words}.`,
              `Working days after the day it started: ${words}.`,
            ),
          ];
    }
  }
};

const pauseWords = (telling: Telling, pause: TracePause): string => {
  const { language, say, time, trace } = telling;
  const why = PAUSED[language][pause.cause] ?? pause.cause;
  const cost = durationWords(pause.workingMs, language);
  const plain = trace.rule.target.kind === 'elapsed' || trace.rule.target.kind === 'calendar-days';
  const measure = plain ? '' : say(' рабочего времени', ' of working time');
  return pause.to === null
    ? say(
        `Отсчёт стоит с ${time(pause.from)}: ${why}.`,
        `The clock stands since ${time(pause.from)}: ${why}.`,
      )
    : say(
        `Отсчёт стоял с ${time(pause.from)} до ${time(pause.to)} (${why}), не учтено ${cost}${measure}.`,
        `The clock stood from ${time(pause.from)} to ${time(pause.to)} (${why}); ${cost}${measure} not counted.`,
      );
};

const due = ({ trace, say, time }: Telling): readonly string[] => {
  const { movedToOpening, dueAt, lastDueAt, stoppedAt } = trace;
  if (stoppedAt !== null) {
    const ended = time(stoppedAt);
    const was =
      lastDueAt === null ? '' : say(`; срок был ${time(lastDueAt)}`, `; it was due ${time(lastDueAt)}`);
    return trace.outcome === 'missed'
      ? [say(`Выполнено ${ended}, с опозданием${was}.`, `Done ${ended}, late${was}.`)]
      : [say(`Выполнено ${ended}, в срок${was}.`, `Done ${ended}, in time${was}.`)];
  }
  if (trace.status === 'paused') return [];
  if (dueAt === null)
    return [
      say('Срока нет: служба больше не открывается.', 'There is no deadline: the service never opens again.'),
    ];
  if (trace.breachedAt !== null)
    return [say(`Срок прошёл ${time(dueAt)}.`, `The deadline passed ${time(dueAt)}.`)];
  const shifted =
    movedToOpening === null
      ? []
      : [
          say(
            `Обещанное время ${time(movedToOpening.from)} — вне часов службы, срок перенесён на открытие.`,
            `The promised time ${time(movedToOpening.from)} is outside service hours; the deadline moves to the opening.`,
          ),
        ];
  return [...shifted, say(`Срок: ${time(dueAt)}.`, `Due: ${time(dueAt)}.`)];
};

/**
 * A trace in a few plain sentences for customers and staff, each complete in itself, in the order in which one would work
 * the deadline out.
 */
export const describeTrace = (
  trace: DeadlineTrace,
  regulation: Regulation,
  language: Language,
): readonly string[] => {
  const telling: Telling = {
    trace,
    language,
    say: (ru, en) => (language === 'ru' ? ru : en),
    time: (at) => instantWords(trace.zone, at, language),
  };
  return [
    ...promised(telling, regulation),
    ...hours(telling),
    ...start(telling),
    ...carried(telling),
    ...counting(telling),
    ...trace.pauses.map((pause) => pauseWords(telling, pause)),
    ...due(telling),
    ...(trace.calendarYearMissing
      ? [
          telling.say(
            'Производственный календарь на эти даты ещё не утверждён: учтены только праздники по закону, срок может измениться.',
            'The production calendar for these dates is not approved yet: only statutory holidays are counted, the deadline may change.',
          ),
        ]
      : []),
  ];
};
