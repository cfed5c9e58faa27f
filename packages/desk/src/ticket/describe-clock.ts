import type { Clock } from '../clock/clock.ts';
import { durationWords } from '../clock/explain/time-words.ts';
import { warningWords } from '../clock/warning-mark.ts';
import type { Text } from '../regulation/regulation.ts';
import { clockName, type EventNames, type EventWords, nothing, words } from './event-words.ts';
import type { EventOf, TicketEvent } from './events.ts';

type ClockEvent = Extract<TicketEvent, { type: `Clock${string}` }>;

/** Whether the change of rule just told began the counting anew. */
const isAnew = ({ changes, since }: Clock): boolean => {
  const last = changes?.at(-1);
  return last?.anew === true && last.at >= since;
};

const LATER_EDITION: Readonly<Record<'calendar' | 'edition', Text>> = {
  calendar: {
    ru: 'новая редакция производственного календаря',
    en: 'a new edition of the production calendar',
  },
  edition: { ru: 'новая редакция регламента', en: 'a new edition of the regulation' },
};

/** Why a deadline is another one, or that it stayed. */
const describeRetargeted = (
  { clock, cause, dueBefore }: EventOf<'ClockRetargeted'>,
  name: Text,
  { moment }: EventNames,
): EventWords => {
  const at = clock.dueAt === null ? nothing : moment(clock.dueAt);
  const { clause } = clock.rule;
  if (cause === 'agreement' && clock.status === 'paused')
    return words(
      `${name.ru}: действует согласованная дата, отсчёт стоит`,
      `${name.en}: the agreed date holds, the clock stands`,
      clause,
    );
  if (isAnew(clock) && cause !== 'calendar')
    return clock.status === 'paused'
      ? words(
          `${name.ru}: отсчёт начат заново, пока стоит`,
          `${name.en}: counted anew, the clock stands`,
          clause,
        )
      : words(
          `${name.ru}: отсчёт начат заново, срок до ${at.ru}`,
          `${name.en}: counted anew, due by ${at.en}`,
          clause,
        );
  if (cause !== 'calendar' && cause !== 'edition')
    return words(
      `${name.ru}: срок пересчитан до ${at.ru}`,
      `${name.en}: recalculated, due by ${at.en}`,
      clause,
    );
  const of = LATER_EDITION[cause];
  const ru = `${name.ru}: ${of.ru}`;
  const en = `${name.en}: ${of.en}`;
  if (clock.status === 'paused')
    return words(`${ru}, по ней пойдёт отсчёт после паузы`, `${en} counts after the pause`, clause);
  if (dueBefore === clock.dueAt)
    return words(`${ru}, срок не изменился`, `${en}, the deadline stays`, clause);
  const was = dueBefore === undefined || dueBefore === null ? nothing : moment(dueBefore);
  return words(
    `${ru}, срок перенесён с ${was.ru} на ${at.ru}`,
    `${en}, the deadline moves from ${was.en} to ${at.en}`,
    clause,
  );
};

const MINUTE_MS = 60_000;

/** What an alarm told late adds; nothing when it was told in time. */
const lateness = ({ lateMs }: EventOf<'ClockWarned' | 'ClockBreached'>): Text => {
  if (lateMs === undefined) return { ru: '', en: '' };
  const whole = lateMs - (lateMs % MINUTE_MS);
  return {
    ru: `; сообщено с опозданием (${durationWords(whole, 'ru')}): система не работала`,
    en: `; told late (${durationWords(whole, 'en')}): the system was not running`,
  };
};

const describeStopped = ({ clock, cause }: EventOf<'ClockStopped'>, name: Text): EventWords => {
  const { clause } = clock.rule;
  if (cause === 'no-longer-promised' && clock.outcome === 'met')
    return words(
      `${name.ru}: отсчёт снят, раньше выполнено в срок`,
      `${name.en}: not counted any more, done in time before`,
      clause,
    );
  if (cause === 'no-longer-promised')
    return words(
      `${name.ru}: отсчёт снят, срок был пропущен`,
      `${name.en}: not counted any more, its deadline was missed`,
      clause,
    );
  if (clock.outcome === 'missed')
    return words(`${name.ru}: выполнено с опозданием`, `${name.en}: done late`, clause);
  return cause === 'agreement'
    ? words(
        `${name.ru}: отсчёт завершён, согласована отдельная дата`,
        `${name.en}: ended, a date of its own was agreed`,
        clause,
      )
    : words(`${name.ru}: выполнено в срок`, `${name.en}: done in time`, clause);
};

const WITHDRAWN: Readonly<Record<NonNullable<EventOf<'ClockWithdrawn'>['cause']>, Text>> = {
  type: { ru: 'для этого типа обращения не обещано', en: 'not promised for this type of request' },
  priority: {
    ru: 'для этого приоритета не обещано',
    en: 'not promised for this priority',
  },
  'not-covered': {
    ru: 'регламент эту заявку не покрывает',
    en: 'the regulation does not cover the ticket',
  },
  edition: { ru: 'новая редакция этого не обещает', en: 'the new edition does not promise it' },
  'certificate-ended': { ru: 'сертификат закончился', en: 'the certificate has ended' },
  merged: { ru: 'считает другая заявка', en: 'the other ticket counts on' },
};

const describeWithdrawn = ({ clock, cause }: EventOf<'ClockWithdrawn'>, name: Text): EventWords => {
  const { ru, en } = WITHDRAWN[cause ?? 'not-covered'];
  return words(
    `${name.ru}: отсчёт снят, ${ru}`,
    `${name.en}: not counted any more, ${en}`,
    clock.rule.clause,
  );
};

const describeBreached = (event: EventOf<'ClockBreached'>, name: Text, at: Text): EventWords => {
  const { clause } = event.clock.rule;
  if (event.cause !== undefined)
    return words(
      `${name.ru}: по новому условию время уже вышло, срок считается пропущенным с ${at.ru}`,
      `${name.en}: by the new terms its time is over, missed from ${at.en}`,
      clause,
    );
  return words(
    `${name.ru}: срок ${at.ru} пропущен${lateness(event).ru}`,
    `${name.en}: the deadline of ${at.en} was missed${lateness(event).en}`,
    clause,
  );
};

/** What a clock did, and by which rule. */
export const describeClock = (event: ClockEvent, names: EventNames): EventWords => {
  const id = event.type === 'ClockWarned' ? event.clockId : event.clock.id;
  const clock = clockName(names.regulation, id);
  const clause =
    event.type === 'ClockWarned'
      ? (names.regulation.clocks.find((c) => c.id === id)?.clause ?? null)
      : event.clock.rule.clause;
  const due =
    event.type === 'ClockWarned' || event.type === 'ClockBreached' ? event.dueAt : event.clock.dueAt;
  const at = due === null ? nothing : names.moment(due);
  switch (event.type) {
    case 'ClockArmed':
      return due === null
        ? words(`${clock.ru}: срок не назначен`, `${clock.en}: no deadline`, clause)
        : words(`${clock.ru}: срок до ${at.ru}`, `${clock.en}: due by ${at.en}`, clause);
    case 'ClockPaused':
      return words(
        `${clock.ru}: отсчёт остановлен, ход за клиентом`,
        `${clock.en}: paused, it is the customer’s turn`,
        clause,
      );
    case 'ClockResumed':
      return words(
        `${clock.ru}: отсчёт продолжен, срок до ${at.ru}`,
        `${clock.en}: runs again, due by ${at.en}`,
        clause,
      );
    case 'ClockStopped':
      return describeStopped(event, clock);
    case 'ClockReopened':
      if (event.cause !== undefined)
        return words(
          `${clock.ru}: отсчёт идёт снова, срок до ${at.ru}`,
          `${clock.en}: counted again, due by ${at.en}`,
          clause,
        );
      if (isAnew(event.clock))
        return words(
          `${clock.ru}: отсчёт начат заново после возражения, срок до ${at.ru}`,
          `${clock.en}: counted anew after the objection, due by ${at.en}`,
          clause,
        );
      return words(
        `${clock.ru}: отсчёт продолжен после возражения, срок до ${at.ru}`,
        `${clock.en}: runs on after the objection, due by ${at.en}`,
        clause,
      );
    case 'ClockStopWithdrawn':
      return words(
        `${clock.ru}: уведомление не дошло, отсчёт продолжен с начала, срок до ${at.ru}`,
        `${clock.en}: the notice did not arrive, counted from the start, due by ${at.en}`,
        clause,
      );
    case 'ClockRetargeted':
      return describeRetargeted(event, clock, names);
    case 'ClockWithdrawn':
      return describeWithdrawn(event, clock);
    case 'ClockWarned':
      return words(
        `${clock.ru}: ${warningWords(event, 'ru')}${lateness(event).ru}`,
        `${clock.en}: ${warningWords(event, 'en')}${lateness(event).en}`,
        clause,
      );
    case 'ClockBreached':
      return describeBreached(event, clock, at);
  }
};
