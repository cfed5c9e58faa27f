import type { Instant } from '@reglament/working-time';
import { durationWords } from '../clock/time-words.ts';
import { warningWords } from '../clock/warning-mark.ts';
import type { ClauseId, Regulation, Text } from '../regulation/regulation.ts';
import { describeDate } from './describe-date.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { meansWords } from './means-words.ts';

export interface EventWords {
  readonly says: Text;
  /** Clause of the regulation behind it; null: none. */
  readonly clause: ClauseId | null;
}

/** Names that the journal does not hold. */
export interface EventNames {
  readonly regulation: Regulation;
  readonly person: (personId: string) => string;
  /** An instant as people of this desk read it. */
  readonly moment: (at: Instant) => Text;
}

const nothing: Text = { ru: '—', en: '—' };

const words = (ru: string, en: string, clause: ClauseId | null = null): EventWords => ({
  says: { ru, en },
  clause,
});

const clockName = (r: Regulation, id: string): Text =>
  r.clocks.find((c) => c.id === id)?.name ?? { ru: id, en: id };
const priorityName = (r: Regulation, id: string | null): Text =>
  id === null ? nothing : (r.priorities.find((p) => p.id === id)?.name ?? { ru: id, en: id });
const typeName = (r: Regulation, id: string): Text =>
  r.ticketTypes.find((t) => t.id === id)?.name ?? { ru: id, en: id };
const packageName = (r: Regulation, id: string | null): Text =>
  id === null ? nothing : (r.packages.find((p) => p.id === id)?.name ?? { ru: id, en: id });

type ClockEvent = Extract<TicketEvent, { type: `Clock${string}` }>;

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
  if (cause !== 'calendar')
    return words(
      `${name.ru}: срок пересчитан до ${at.ru}`,
      `${name.en}: recalculated, due by ${at.en}`,
      clause,
    );
  const ru = `${name.ru}: новая редакция производственного календаря`;
  const en = `${name.en}: a new edition of the production calendar`;
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
    ru: `; сообщено с опозданием на ${durationWords(whole, 'ru')}: система не работала`,
    en: `; told ${durationWords(whole, 'en')} late: the system was not running`,
  };
};

const describeClock = (event: ClockEvent, names: EventNames): EventWords => {
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
      if (event.cause === 'no-longer-promised')
        return words(
          `${clock.ru}: отсчёт снят, срок был пропущен`,
          `${clock.en}: not counted any more, its deadline was missed`,
          clause,
        );
      return event.clock.outcome === 'missed'
        ? words(`${clock.ru}: выполнено с опозданием`, `${clock.en}: done late`, clause)
        : words(`${clock.ru}: выполнено в срок`, `${clock.en}: done in time`, clause);
    case 'ClockReopened':
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
      if (event.cause === 'priority')
        return words(
          `${clock.ru}: отсчёт снят, для этого приоритета не обещано`,
          `${clock.en}: not counted any more, not promised for this priority`,
          clause,
        );
      return words(
        `${clock.ru}: отсчёт снят, регламент эту заявку не покрывает`,
        `${clock.en}: not counted any more, the regulation does not cover the ticket`,
        clause,
      );
    case 'ClockWarned':
      return words(
        `${clock.ru}: ${warningWords(event, 'ru')}${lateness(event).ru}`,
        `${clock.en}: ${warningWords(event, 'en')}${lateness(event).en}`,
        clause,
      );
    case 'ClockBreached':
      return words(
        `${clock.ru}: срок ${at.ru} пропущен${lateness(event).ru}`,
        `${clock.en}: the deadline of ${at.en} was missed${lateness(event).en}`,
        clause,
      );
  }
};

const describeCoverage = (
  event: Extract<TicketEvent, { type: 'CustomerIdentified' | 'CoverageLifted' }>,
  r: Regulation,
): EventWords => {
  const name = packageName(r, event.coverage.packageId);
  if (event.type === 'CoverageLifted')
    return words(
      `Принята без покрытия, обслуживается по пакету «${name.ru}»`,
      `Accepted as not covered, served under “${name.en}”`,
    );
  return event.coverage.kind === 'not-entitled'
    ? words(
        'Компания опознана; действующего сертификата нет',
        'Company identified; no certificate in force',
        event.coverage.clause,
      )
    : words(
        `Компания опознана, пакет «${name.ru}»`,
        `Company identified, package “${name.en}”`,
        event.coverage.clause,
      );
};

const describePriority = (
  event: Extract<TicketEvent, { type: `Priority${string}` | 'TicketClassified' }>,
  r: Regulation,
): EventWords => {
  const clause = r.priorityRules?.clause ?? null;
  switch (event.type) {
    case 'TicketClassified': {
      const type = typeName(r, event.ticketType);
      const priority = priorityName(r, event.priority);
      return event.priority === null
        ? words(`Классифицирована: ${type.ru}`, `Classified: ${type.en}`)
        : words(
            `Классифицирована: ${type.ru}, приоритет «${priority.ru}»`,
            `Classified: ${type.en}, priority “${priority.en}”`,
            clause,
          );
    }
    case 'PriorityStated': {
      const name = priorityName(r, event.priority);
      return words(
        `Клиент указал приоритет «${name.ru}»`,
        `The customer stated priority “${name.en}”`,
        clause,
      );
    }
    case 'PriorityProposed': {
      const name = priorityName(r, event.priority);
      return words(
        `Клиенту предложен приоритет «${name.ru}»`,
        `Priority “${name.en}” proposed to the customer`,
        clause,
      );
    }
    case 'PriorityAccepted': {
      const name = priorityName(r, event.priority);
      return words(
        `Клиент согласился на приоритет «${name.ru}»`,
        `The customer agreed to priority “${name.en}”`,
        clause,
      );
    }
    case 'PriorityDeclined':
      return words(
        'Клиент не согласился менять приоритет',
        'The customer declined the change of priority',
        clause,
      );
  }
};

type ResolutionEvent = Extract<
  TicketEvent,
  { type: `Closing${string}` | `Resolution${string}` | 'TicketResolved' | 'TicketClosed' }
>;

const describeResolution = (event: ResolutionEvent, names: EventNames): EventWords => {
  const r = names.regulation;
  switch (event.type) {
    case 'TicketResolved':
      return words(
        'Отправлено решение, ждём слова клиента',
        'Solution sent, it is the customer’s turn',
        r.lifecycle.confirmationClause,
      );
    case 'ClosingRescheduled': {
      const { closesAt } = event.resolution;
      const at = closesAt === null ? nothing : names.moment(closesAt);
      const clause = r.lifecycle.autoClose?.clause ?? null;
      return closesAt === null
        ? words(
            'Клиент написал: закрытие по сроку отменено',
            'The customer wrote: no closing by time',
            clause,
          )
        : words(`Закроется без ответа ${at.ru}`, `Closes without an answer on ${at.en}`, clause);
    }
    case 'ClosingWarned':
      return words(
        'Клиент предупреждён о закрытии',
        'The customer was warned of the closing',
        r.lifecycle.autoClose?.clause ?? null,
      );
    case 'ResolutionConfirmed':
      return words(
        `Клиент подтвердил решение ${meansWords[event.means].ru}`,
        `The customer confirmed the solution ${meansWords[event.means].en}`,
        r.lifecycle.confirmationClause,
      );
    case 'ResolutionObjected':
      return words(
        `Клиент возразил ${meansWords[event.means].ru}: снова в работе`,
        `The customer objected ${meansWords[event.means].en}: back in work`,
        r.lifecycle.confirmationClause,
      );
    case 'TicketClosed':
      return event.cause === 'confirmed'
        ? words('Заявка закрыта', 'Ticket closed', r.lifecycle.confirmationClause)
        : words(
            'Заявка закрыта: ответа не было',
            'Ticket closed: there was no answer',
            r.lifecycle.autoClose?.clause ?? null,
          );
  }
};

/** A journal entry as a sentence for people, in both languages. */
export const describeEvent = (event: TicketEvent, names: EventNames): EventWords => {
  const r = names.regulation;
  switch (event.type) {
    case 'TicketRegistered':
      return words('Заявка зарегистрирована', 'Ticket registered', event.coverage.clause);
    case 'ClockArmed':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockStopped':
    case 'ClockReopened':
    case 'ClockStopWithdrawn':
    case 'ClockRetargeted':
    case 'ClockWithdrawn':
    case 'ClockWarned':
    case 'ClockBreached':
      return describeClock(event, names);
    case 'TicketClassified':
    case 'PriorityStated':
    case 'PriorityProposed':
    case 'PriorityAccepted':
    case 'PriorityDeclined':
      return describePriority(event, r);
    case 'CustomerIdentified':
    case 'CoverageLifted':
      return describeCoverage(event, r);
    case 'NoticeAccepted':
      return words(
        'Уведомление с номером принято почтовым сервером клиента',
        'The notice with the number was accepted by the customer’s mail server',
      );
    case 'NoticeBounced':
      return words('Уведомление с номером вернулось: не доставлено', 'The notice with the number bounced');
    case 'CallRecorded':
      if (event.reached === false)
        return words('Звонок клиенту: не дозвонились', 'Call to the customer: nobody was reached');
      return event.toldNumber
        ? words('Записан звонок, номер сообщён', 'Call recorded, the number was told')
        : words('Записан звонок', 'Call recorded');
    case 'TicketTaken':
      return words(
        `В работе: ${names.person(event.assigneeId)}`,
        `Taken by ${names.person(event.assigneeId)}`,
      );
    case 'DateProposed':
    case 'DateAgreed':
    case 'DateDeclined':
      return describeDate(event, names);
    case 'InformationRequested':
      return words('У клиента запрошена информация', 'Information requested from the customer');
    case 'ReplySent':
      return words('Отправлен ответ клиенту', 'Answer sent to the customer');
    case 'NoteAdded':
      return words('Добавлен внутренний комментарий', 'Internal note added');
    case 'CustomerWrote':
      return words(
        `Клиент написал ${meansWords[event.means].ru}`,
        `The customer wrote ${meansWords[event.means].en}`,
      );
    case 'FieldsStated':
      return words('Клиент дополнил сведения', 'The customer gave more information');
    case 'TicketResolved':
    case 'ClosingRescheduled':
    case 'ClosingWarned':
    case 'ResolutionConfirmed':
    case 'ResolutionObjected':
    case 'TicketClosed':
      return describeResolution(event, names);
    case 'RobotWrote':
      return event.nature === 'bounce'
        ? words('Пришёл отчёт о недоставке', 'A delivery failure came back')
        : words('Пришёл автоответ', 'An automatic reply came');
    case 'TicketLinked':
      return event.relation === 'follows'
        ? words('Продолжает закрытую заявку', 'Follows a closed ticket')
        : words('Возможно, связана с другой заявкой', 'Possibly related to another ticket');
  }
};
