import type { Regulation, Text } from '../regulation/regulation.ts';
import { clauseBehind, type Following } from './clause-behind.ts';
import { describeClock } from './describe-clock.ts';
import { describeDate } from './describe-date.ts';
import { describeEdition } from './describe-edition.ts';
import { describeHandling } from './describe-handling.ts';
import { describeSubject } from './describe-subject.ts';
import { type EventNames, type EventWords, nothing, words } from './event-words.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { meansWords } from './means-words.ts';

const priorityName = (r: Regulation, id: string | null): Text =>
  id === null ? nothing : (r.priorities.find((p) => p.id === id)?.name ?? { ru: id, en: id });
const typeName = (r: Regulation, id: string): Text =>
  r.ticketTypes.find((t) => t.id === id)?.name ?? { ru: id, en: id };

const describeHolder = (
  event: EventOf<'TicketAssigned' | 'TicketGiven' | 'TicketTaken'>,
  { regulation, person }: EventNames,
  following: Following,
): EventWords => {
  if (event.assigneeId === null)
    return words('Больше ни за кем не числится', 'Assigned to nobody any more', null);
  const who = person(event.assigneeId);
  if (event.type === 'TicketGiven') return words(`Назначена: ${who}`, `Assigned to ${who}`, null);
  if (event.type === 'TicketTaken')
    return words(`В работе: ${who}`, `Taken by ${who}`, clauseBehind(event, regulation, following));
  const { role, clause } = event;
  const name = regulation.namedPeople.find(({ id }) => id === role)?.name ?? { ru: role, en: role };
  return words(
    `Назначена по сертификату: ${name.ru}, ${who}`,
    `Assigned by the certificate: ${name.en}, ${who}`,
    clause,
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
        ? words(`Классифицирована: ${type.ru}`, `Classified: ${type.en}`, clauseBehind(event, r, []))
        : words(
            `Классифицирована: ${type.ru}, приоритет «${priority.ru}»`,
            `Classified: ${type.en}, priority “${priority.en}”`,
            clauseBehind(event, r, []),
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
  { type: `Closing${string}` | `Resolution${string}` | 'TicketClosed' }
>;

const describeResolution = (event: ResolutionEvent, names: EventNames): EventWords => {
  const r = names.regulation;
  switch (event.type) {
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
    case 'TicketClosed': {
      const clause = clauseBehind(event, r, []);
      return event.cause === 'confirmed'
        ? words('Заявка закрыта', 'Ticket closed', clause)
        : words('Заявка закрыта: ответа не было', 'Ticket closed: there was no answer', clause);
    }
  }
};

const describeContact = (
  event: EventOf<'NoticeAccepted' | 'NoticeBounced' | 'CallRecorded'>,
  r: Regulation,
  following: Following,
): EventWords => {
  const clause = clauseBehind(event, r, following);
  switch (event.type) {
    case 'NoticeAccepted':
      return words(
        'Уведомление с номером принято почтовым сервером клиента',
        'The notice with the number was accepted by the customer’s mail server',
        clause,
      );
    case 'NoticeBounced':
      return words(
        'Уведомление с номером вернулось: не доставлено',
        'The notice with the number bounced',
        clause,
      );
    case 'CallRecorded':
      if (event.reached === false)
        return words('Звонок клиенту: не дозвонились', 'Call to the customer: nobody was reached', clause);
      return event.toldNumber
        ? words('Записан звонок, номер сообщён', 'Call recorded, the number was told', clause)
        : words('Записан звонок', 'Call recorded', clause);
  }
};

const describeLetter = (
  event: EventOf<'CustomerWrote' | 'TicketReopened'>,
  r: Regulation,
  following: Following,
): EventWords => {
  const { ru, en } = meansWords[event.means];
  if (event.type === 'TicketReopened' && event.means === 'phone')
    return words(
      'Клиент сказал по телефону, что не решено: заявка открыта снова',
      'The customer said by phone that it is not solved: the ticket is open again',
      event.clause,
    );
  return event.type === 'TicketReopened'
    ? words(
        `Клиент написал ${ru}: заявка открыта снова`,
        `The customer wrote ${en}: the ticket is open again`,
        event.clause,
      )
    : words(`Клиент написал ${ru}`, `The customer wrote ${en}`, clauseBehind(event, r, following));
};

const numberLeftToTell = words(
  'Адреса для письма с номером нет: номер нужно сообщить по телефону',
  'There is no address to send the number to: it has to be told by phone',
);

const fieldsStated = words('Клиент дополнил сведения', 'The customer gave more information');

const describeRobot = ({ nature }: Extract<TicketEvent, { type: 'RobotWrote' }>): EventWords =>
  nature === 'bounce'
    ? words('Пришёл отчёт о недоставке', 'A delivery failure came back')
    : words('Пришёл автоответ', 'An automatic reply came');

type WordEvent = EventOf<
  | 'TicketRegistered'
  | 'NumberLeftToTell'
  | 'NoteAdded'
  | 'CustomerWrote'
  | 'TicketReopened'
  | 'FieldsStated'
  | 'RobotWrote'
>;

/** What came in, or was put down. */
const describeWord = (event: WordEvent, r: Regulation, following: Following): EventWords => {
  switch (event.type) {
    case 'TicketRegistered':
      return words('Заявка зарегистрирована', 'Ticket registered', event.coverage.clause);
    case 'NumberLeftToTell':
      return { ...numberLeftToTell, clause: event.clause };
    case 'NoteAdded':
      return words('Добавлен внутренний комментарий', 'Internal note added');
    case 'CustomerWrote':
    case 'TicketReopened':
      return describeLetter(event, r, following);
    case 'FieldsStated':
      return { ...fieldsStated, clause: clauseBehind(event, r, following) };
    case 'RobotWrote':
      return describeRobot(event);
  }
};

/**
 * A journal entry as a sentence for people, in both languages, with the clause behind it. `following`: what the same
 * decision gave after it; without it an event is not told by the clocks that it moved.
 */
export const describeEvent = (
  event: TicketEvent,
  names: EventNames,
  following: Following = [],
): EventWords => {
  switch (event.type) {
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
      return describePriority(event, names.regulation);
    case 'CertificateEnded':
    case 'CompanyReplaced':
    case 'SiteNamed':
    case 'LocalTimeChanged':
    case 'ProductNamed':
    case 'CustomerIdentified':
    case 'CoverageLifted':
      return describeSubject(event, names.regulation);
    case 'NoticeAccepted':
    case 'NoticeBounced':
    case 'CallRecorded':
      return describeContact(event, names.regulation, following);
    case 'TicketAssigned':
    case 'TicketGiven':
    case 'TicketTaken':
      return describeHolder(event, names, following);
    case 'DateProposed':
    case 'DateAgreed':
    case 'DateDeclined':
      return describeDate(event, names);
    case 'InformationRequested':
    case 'ReplySent':
    case 'TicketResolved':
    case 'TicketDeclined':
    case 'LineAssigned':
    case 'LineChanged':
    case 'TicketLinked':
      return describeHandling(event, names.regulation, following);
    case 'ClosingRescheduled':
    case 'ClosingWarned':
    case 'ResolutionConfirmed':
    case 'ResolutionObjected':
    case 'TicketClosed':
      return describeResolution(event, names);
    case 'EditionFollowed':
    case 'EditionNotFollowed':
      return describeEdition(event, names);
    case 'TicketRegistered':
    case 'NumberLeftToTell':
    case 'NoteAdded':
    case 'CustomerWrote':
    case 'TicketReopened':
    case 'FieldsStated':
    case 'RobotWrote':
      return describeWord(event, names.regulation, following);
  }
};
