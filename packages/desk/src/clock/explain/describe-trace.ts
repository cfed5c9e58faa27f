import type { TimeZoneId } from '@reglament/working-time';
import { deskZoneOf } from '../../regulation/regulation-at.ts';
import type { ClockStart, Regulation } from '../../regulation/regulation.ts';
import { changes } from './describe-changes.ts';
import { counting } from './describe-counting.ts';
import { standing } from './describe-standing.ts';
import { followsHours } from '../follows-hours.ts';
import { tellingOf, type Telling } from './telling.ts';
import { targetWords, type Language } from './time-words.ts';
import type { DeadlineTrace } from './trace-clock.ts';

const STARTED: Readonly<
  Record<Language, Readonly<Record<ClockStart, readonly [event: string, from: string]>>>
> = {
  ru: {
    receipt: ['обращение получено', 'с получения обращения'],
    registration: ['заявка зарегистрирована', 'с регистрации заявки'],
    classification: ['классификация сообщена', 'с сообщения о классификации'],
    agreement: ['дата согласована', 'с согласования даты'],
  },
  en: {
    receipt: ['the request came', 'from the receipt of the request'],
    registration: ['the ticket was registered', 'from the registration of the ticket'],
    classification: ['the classification was told', 'from the classification being told'],
    agreement: ['the date was agreed', 'from the agreement on the date'],
  },
};

const promised = ({ trace, language, say }: Telling, regulation: Regulation): readonly string[] => {
  const name = regulation.clocks.find(({ id }) => id === trace.clock)?.name[language] ?? trace.clock;
  const target = targetWords(trace.rule.target, language);
  const { clause, rule } = trace;
  const by = rule.certificate;
  const says = clause === null ? '' : `: ${clause.says[language]}`;
  return [
    say(
      `Обещано: ${name.toLowerCase()} — ${target}${by === undefined ? '' : `, так договорено в сертификате ${by}`}.`,
      `Promised: ${name.toLowerCase()} - ${target}${by === undefined ? '' : `, as agreed in certificate ${by}`}.`,
    ),
    say(
      `Правило ${rule.clause}, редакция ${rule.edition}${says || '.'}`,
      `Rule ${rule.clause}, edition ${rule.edition}${says || '.'}`,
    ),
  ];
};

const hours = ({ trace, language, say, zone }: Telling, regulation: Regulation): readonly string[] => {
  const own = trace.zone === deskZoneOf(regulation) && trace.zone === zone;
  if (trace.scheduleName === null || !followsHours(trace.rule.target))
    return own ? [] : [say(`Часовой пояс ${trace.zone}.`, `Time zone ${trace.zone}.`)];
  const name = trace.scheduleName[language];
  return [
    say(
      `Часы службы: ${name}, часовой пояс ${trace.zone}.`,
      `Service hours: ${name}, time zone ${trace.zone}.`,
    ),
  ];
};

/** Working days to closing time are counted from the date of the start itself, open or not (R18). */
const countsFromStart = ({ rule: { target }, changes: { length } }: DeadlineTrace): boolean =>
  length === 0 && target.kind === 'working-days' && target.mode === 'end' && target.from === undefined;

const start = ({ trace, language, say, time }: Telling): readonly string[] => {
  const { startedAt } = trace;
  const countsFrom = trace.countsFrom !== null && countsFromStart(trace) ? startedAt : trace.countsFrom;
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

const ended = ({ trace, say, time, end }: Telling): readonly string[] => {
  const { lastDueAt, stoppedAt, stopCause, outcome, breachedAt } = trace;
  if (stoppedAt === null) return [];
  const at = time(stoppedAt);
  const was = lastDueAt === null ? '' : say(`; срок был ${end(lastDueAt)}`, `; it was due ${end(lastDueAt)}`);
  if (stopCause === 'no-longer-promised' && outcome === 'met')
    return [
      say(
        `Отсчёт снят ${at}: это больше не обещано, раньше выполнено в срок${was}.`,
        `Not counted since ${at}: it is not promised any more, it was done in time before${was}.`,
      ),
    ];
  if (stopCause === 'no-longer-promised')
    return [
      say(
        `Отсчёт снят ${at}: это больше не обещано, срок был пропущен${was}.`,
        `Not counted since ${at}: it is not promised any more, the deadline was missed${was}.`,
      ),
    ];
  if (stopCause === 'agreement' && outcome !== 'missed')
    return [
      say(
        `Отсчёт завершён ${at}, в срок: согласована отдельная дата${was}.`,
        `Ended ${at}, in time: a date of its own was agreed${was}.`,
      ),
    ];
  const first = outcome === 'missed' && breachedAt === null;
  return [
    outcome === 'missed'
      ? say(`Выполнено ${at}, с опозданием${was}.`, `Done ${at}, late${was}.`)
      : say(`Выполнено ${at}, в срок${was}.`, `Done ${at}, in time${was}.`),
    ...(first ? [say('В записи остаётся первый итог.', 'The first outcome stays on record.')] : []),
  ];
};

const moved = ({ trace: { movedToOpening }, say, time }: Telling): readonly string[] =>
  movedToOpening === null
    ? []
    : [
        say(
          `Обещанное время ${time(movedToOpening.from)} — вне часов службы, срок перенесён на открытие.`,
          `The promised time ${time(movedToOpening.from)} is outside service hours; the deadline moves to the opening.`,
        ),
      ];

const left = ({ trace, say, measured }: Telling): readonly string[] => {
  const { remainingMs } = trace;
  if (remainingMs === null || remainingMs <= 0) return [];
  return [
    say(
      `Осталось ${measured(remainingMs)}; срок назовём, когда отсчёт пойдёт снова.`,
      `${measured(remainingMs)} left; the deadline is set when counting goes on.`,
    ),
  ];
};

const due = (telling: Telling): readonly string[] => {
  const { trace, say, time, end } = telling;
  const { dueAt, breachedAt, firstBreachAt } = trace;
  const earlier =
    firstBreachAt === null || firstBreachAt === breachedAt
      ? []
      : [
          say(
            `Первое нарушение срока, ${time(firstBreachAt)}, остаётся в записи.`,
            `The first miss, ${time(firstBreachAt)}, stays on record.`,
          ),
        ];
  if (trace.stoppedAt !== null) return [...ended(telling), ...earlier];
  if (trace.status === 'paused') return [...(breachedAt === null ? left(telling) : []), ...earlier];
  if (dueAt === null)
    return [
      say('Срока нет: служба больше не открывается.', 'There is no deadline: the service never opens again.'),
    ];
  if (breachedAt !== null)
    return [say(`Срок прошёл ${end(dueAt)}.`, `The deadline passed ${end(dueAt)}.`), ...earlier];
  return [...moved(telling), say(`Срок: ${end(dueAt)}.`, `Due: ${end(dueAt)}.`), ...earlier];
};

const unapproved = ({ trace, say }: Telling): readonly string[] =>
  trace.calendarYearMissing
    ? [
        say(
          'Производственный календарь на эти даты ещё не утверждён: учтены только праздники по закону, срок может измениться.',
          'The production calendar for these dates is not approved yet: only statutory holidays are counted, the deadline may change.',
        ),
      ]
    : [];

const sources = ({ trace, say }: Telling): string => {
  const { calendar, calendarEdition, timeZoneData, rule } = trace;
  const edition =
    calendarEdition === null || calendar?.endsWith(calendarEdition) === true
      ? ''
      : say(` (редакция ${calendarEdition})`, ` (edition ${calendarEdition})`);
  const parts = [
    say(`регламент в редакции ${rule.edition}`, `regulation, edition ${rule.edition}`),
    ...(calendar === null
      ? []
      : [
          say(
            `производственный календарь ${calendar}${edition}`,
            `production calendar ${calendar}${edition}`,
          ),
        ]),
    ...(timeZoneData === null
      ? []
      : [say(`данные часовых поясов ${timeZoneData}`, `time-zone data ${timeZoneData}`)]),
  ];
  return say(`Источники: ${parts.join(', ')}.`, `Sources: ${parts.join(', ')}.`);
};

/**
 * A trace in a few plain sentences, each complete in itself, in the order in which one would work the deadline out: the first is
 * the promise, the second its rule. Staff are also told the data it was worked out with. Times are those of the schedule's zone,
 * unless another one is given.
 */
export const describeTrace = (
  trace: DeadlineTrace,
  regulation: Regulation,
  language: Language,
  audience: 'customer' | 'staff' = 'customer',
  zone: TimeZoneId = trace.zone,
): readonly string[] => {
  const telling = tellingOf(trace, language, zone);
  return [
    ...promised(telling, regulation),
    ...hours(telling, regulation),
    ...start(telling),
    ...changes(telling),
    ...counting(telling),
    ...standing(telling),
    ...due(telling),
    ...unapproved(telling),
    ...(audience === 'staff' ? [sources(telling)] : []),
  ];
};
