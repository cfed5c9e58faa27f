import type { Instant } from '@reglament/working-time';
import type { ClauseId, Text } from '../regulation/regulation.ts';

/** Every "no" of the ticket rules, in words that say what to do. One catalogue for API, screens and letters. */
export const refusalTexts = {
  'already-closed': {
    ru: 'Заявка закрыта. Заведите новую: она будет связана с этой.',
    en: 'The ticket is closed. Register a new one: it will be linked to this.',
  },
  'already-theirs': {
    ru: 'Заявка уже у этого сотрудника.',
    en: 'That colleague has the ticket already.',
  },
  'nobody-has-it': {
    ru: 'Заявка и так ни за кем не числится.',
    en: 'Nobody has the ticket anyway.',
  },
  'already-yours': { ru: 'Заявка уже у вас.', en: 'The ticket is yours already.' },
  'already-resolved': {
    ru: 'Решение уже отправлено. Ждём слова клиента.',
    en: 'A solution was sent already. It is the customer’s turn.',
  },
  'not-covered': {
    ru: 'Регламент эту заявку не покрывает. Опознайте клиента или примите её без покрытия.',
    en: 'The regulation does not cover this ticket. Identify the customer or accept it as not covered.',
  },
  'nothing-to-lift': { ru: 'Заявка и так обслуживается.', en: 'The ticket is served already.' },
  'unknown-type': {
    ru: 'Такого типа заявки в регламенте нет.',
    en: 'The regulation has no such ticket type.',
  },
  'unknown-priority': {
    ru: 'Такого приоритета в регламенте нет.',
    en: 'The regulation has no such priority.',
  },
  'priority-required': {
    ru: 'Укажите приоритет: от него зависят сроки.',
    en: 'Set a priority: the deadlines depend on it.',
  },
  'priority-not-used': { ru: 'В этом регламенте нет приоритетов.', en: 'This regulation has no priorities.' },
  'priority-needs-reason': {
    ru: 'Приоритет указал клиент. Напишите причину изменения: клиент её увидит.',
    en: 'The customer set the priority. Give the reason for the change: the customer will see it.',
  },
  'priority-needs-consent': {
    ru: 'Приоритет меняется только с согласия клиента. Предложите изменение: оно вступит в силу после ответа.',
    en: 'The priority changes only with the customer’s consent. Propose it: it takes effect with the answer.',
  },
  'priority-is-customers': {
    ru: 'Приоритет задаёт только клиент. Оставьте тот, что он указал.',
    en: 'Only the customer sets the priority. Leave the one they gave.',
  },
  'consent-not-needed': {
    ru: 'Согласие не нужно: задайте приоритет при классификации.',
    en: 'No consent is needed: set the priority by classifying.',
  },
  'same-priority': { ru: 'Этот приоритет уже действует.', en: 'This priority is in force already.' },
  'classify-first': {
    ru: 'Сначала классифицируйте заявку: от этого зависит срок выполнения.',
    en: 'Classify the ticket first: the execution deadline depends on it.',
  },
  'not-resolved': {
    ru: 'Решения пока нет, подтверждать или оспаривать нечего.',
    en: 'There is no solution yet to confirm or to object to.',
  },
  'objection-needs-reason': {
    ru: 'Напишите, что не так: возражение принимается с причиной.',
    en: 'Say what is wrong: an objection needs a reason.',
  },
  'already-identified': {
    ru: 'Компания этой заявки уже известна.',
    en: 'The company of this ticket is known already.',
  },
  'no-proposal': {
    ru: 'Предложения об изменении приоритета нет или на него уже ответили.',
    en: 'There is no proposal to change the priority, or it was answered.',
  },
  'told-nobody': {
    ru: 'Номер можно сообщить только тому, до кого дозвонились.',
    en: 'The number can be told only to somebody who was reached.',
  },
  'unknown-clock': {
    ru: 'Такого срока в регламенте нет.',
    en: 'The regulation has no such clock.',
  },
  'date-not-agreed': {
    ru: 'Этот срок задан регламентом, дату для него не согласуют.',
    en: 'The regulation sets this deadline: no date is agreed for it.',
  },
  'date-not-in-package': {
    ru: 'По пакету этой заявки дату не согласуют.',
    en: 'Under this ticket’s package no date is agreed.',
  },
  'date-not-for-type': {
    ru: 'Для заявок этого типа дату не согласуют. Сначала проверьте классификацию.',
    en: 'For tickets of this type no date is agreed. Check the classification first.',
  },
  'clock-not-running': {
    ru: 'Отсчёт этого срока не идёт, переносить нечего.',
    en: 'This clock is not running: there is no deadline to move.',
  },
  'date-in-past': {
    ru: 'Эта дата уже прошла. Назовите дату в будущем.',
    en: 'This date is over. Name one in the future.',
  },
  'date-out-of-range': {
    ru: 'Дата должна быть не дальше десяти лет от сегодняшней.',
    en: 'The date must lie within ten years from today.',
  },
  'date-unreadable': {
    ru: 'Такой даты или времени не бывает. Проверьте день, месяц и время.',
    en: 'There is no such date or time. Check day, month and time.',
  },
  'date-skipped': {
    ru: 'Этого времени в тот день нет: часы переводят вперёд. Выберите соседнее.',
    en: 'This time does not exist on that day: the clocks go forward. Choose a time beside it.',
  },
  'date-ambiguous': {
    ru: 'Это время в тот день наступает дважды: часы переводят назад. Укажите, какое из двух.',
    en: 'This time comes twice on that day: the clocks go back. Say which of the two.',
  },
  'date-outside-hours': {
    ru: 'По регламенту эта дата должна лежать в рабочих часах службы.',
    en: 'By the regulation this date must lie within the service hours.',
  },
  'same-date': { ru: 'Эта дата уже согласована.', en: 'This date is agreed already.' },
  'no-date-proposal': {
    ru: 'Предложения о дате нет или на него уже ответили.',
    en: 'There is no proposed date, or it was answered.',
  },
  'unknown-ground': {
    ru: 'Такого исключения или услуги в регламенте нет.',
    en: 'The regulation has no such exclusion or service.',
  },
  'exclusion-of-other-package': {
    ru: 'Это исключение не для пакета этой заявки.',
    en: 'This exclusion is not of this ticket’s package.',
  },
  'exclusion-does-not-apply': {
    ru: 'Условие этого исключения здесь не выполнено.',
    en: 'The condition of this exclusion does not hold here.',
  },
  'service-included': {
    ru: 'Пакет этой заявки включает эту услугу. Отказать в ней нельзя.',
    en: 'This ticket’s package includes this service. It can’t be declined.',
  },
  'unknown-outcome': {
    ru: 'Такого исхода в регламенте нет.',
    en: 'The regulation has no such outcome.',
  },
  'means-not-listed': {
    ru: 'Этим способом регламент ответов не даёт.',
    en: 'The regulation gives no answers by this means.',
  },
  'unknown-checklist-item': {
    ru: 'Такого пункта в перечне запрашиваемых сведений нет.',
    en: 'The list of information to ask for has no such item.',
  },
  'unknown-line': {
    ru: 'Такой линии поддержки в регламенте нет.',
    en: 'The regulation has no such line of support.',
  },
  'same-line': { ru: 'Заявка уже на этой линии.', en: 'The ticket is with this line already.' },
  'hand-over-not-foreseen': {
    ru: 'На эту линию отсюда регламент не передаёт.',
    en: 'The regulation does not hand over from here to this line.',
  },
  'hand-over-incomplete': {
    ru: 'Следующей линии переданы не все нужные сведения.',
    en: 'Not everything that the next line needs was given.',
  },
  'merge-into-itself': {
    ru: 'Это та же заявка. Укажите номер другой.',
    en: 'This is the same ticket. Give the number of another one.',
  },
  'merge-other-requester': {
    ru: 'У заявок разные заявители, их нельзя объединить: каждый увидел бы чужую переписку. Ответьте в обеих.',
    en: 'The tickets come from different people and can’t be merged: each would read the other’s conversation. Answer in both.',
  },
  'merge-into-closed': {
    ru: 'Та заявка закрыта или ждёт подтверждения решения. Присоединить можно только к открытой.',
    en: 'That ticket is closed or waits for its solution to be confirmed. Merge into an open one only.',
  },
  'merge-into-uncovered': {
    ru: 'Ту заявку регламент не покрывает, сроки этой пропали бы. Присоедините ту к этой.',
    en: 'That ticket is not covered: the deadlines of this one would be lost. Merge that one into this.',
  },
  'split-not-foreseen': {
    ru: 'Регламент не говорит о разделении заявки. Заведите новую.',
    en: 'The regulation does not speak of splitting a ticket. Register a new one.',
  },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusalTexts;

export interface Refusal {
  readonly code: RefusalCode;
  /** Clause of the regulation that stands behind it; null: a plain matter of state. */
  readonly clause: ClauseId | null;
  /** Instants to choose from: beside a time that is skipped, or the two of one that comes twice. */
  readonly choices?: readonly Instant[];
  /** Things by name: what is allowed instead, or what is missing. */
  readonly names?: readonly Text[];
}

export type Decision<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Decision<T> => ({ ok: true, value });
export const refuse = (code: RefusalCode, clause: ClauseId | null = null): Decision<never> => ({
  ok: false,
  refusal: { code, clause },
});

/** The same with things by name: what is allowed instead, or what is missing. */
export const refuseNaming = (
  code: RefusalCode,
  clause: ClauseId | null,
  names: readonly Text[],
): Decision<never> => ({ ok: false, refusal: { code, clause, names } });
