import type { Regulation, Text } from '../regulation/regulation.ts';
import { clauseBehind, type Following } from './clause-behind.ts';
import { type EventWords, words } from './event-words.ts';
import type { EventOf } from './events.ts';
import { itemsAt } from './items-at.ts';
import { answerMeansWords } from './means-words.ts';
import type { DeclineGround } from './outcome.ts';

type HandlingEvent = EventOf<
  | 'InformationRequested'
  | 'ReplySent'
  | 'TicketResolved'
  | 'TicketDeclined'
  | 'LineAssigned'
  | 'LineChanged'
  | 'TicketLinked'
>;

interface Named {
  readonly id: string;
  readonly name: Text;
}

const nameOf = (list: readonly Named[], id: string): Text =>
  list.find((one) => one.id === id)?.name ?? { ru: id, en: id };

/** What a ground to decline is called; its id where the edition has none such. */
export const groundName = (r: Regulation, { kind, id }: DeclineGround): Text =>
  nameOf(kind === 'exclusion' ? r.exclusions : r.services, id);

const joined = (texts: readonly Text[]): Text => ({
  ru: texts.map(({ ru }) => ru).join('; '),
  en: texts.map(({ en }) => en).join('; '),
});

const describeRequest = (
  event: EventOf<'InformationRequested'>,
  r: Regulation,
  following: Following,
): EventWords => {
  const asked = joined(itemsAt(r.works.information?.checklist ?? [], event.items ?? []));
  const ru = 'У клиента запрошена информация';
  const en = 'Information requested from the customer';
  const clause = clauseBehind(event, r, following);
  return asked.ru === '' ? words(ru, en, clause) : words(`${ru}: ${asked.ru}`, `${en}: ${asked.en}`, clause);
};

const describeReply = (event: EventOf<'ReplySent'>, r: Regulation, following: Following): EventWords => {
  const { means } = event;
  const clause = clauseBehind(event, r, following);
  return means === undefined
    ? words('Отправлен ответ клиенту', 'Answer sent to the customer', clause)
    : words(
        `Дан ответ клиенту ${answerMeansWords[means].ru}`,
        `Answer given to the customer ${answerMeansWords[means].en}`,
        clause,
      );
};

const describeResolved = ({ outcome, means }: EventOf<'TicketResolved'>, r: Regulation): EventWords => {
  const by = means === undefined ? { ru: '', en: '' } : answerMeansWords[means];
  const name = outcome === undefined ? null : nameOf(r.lifecycle.outcomes, outcome);
  const ru = name === null ? '' : `: «${name.ru}»`;
  const en = name === null ? '' : `: “${name.en}”`;
  return words(
    `${`Отправлено решение ${by.ru}`.trim()}${ru}, ждём слова клиента`,
    `${`Solution sent ${by.en}`.trim()}${en}, it is the customer’s turn`,
    r.lifecycle.confirmationClause,
  );
};

const describeDeclined = ({ ground, clause }: EventOf<'TicketDeclined'>, r: Regulation): EventWords => {
  const name = groundName(r, ground);
  return ground.kind === 'exclusion'
    ? words(`Отказано по исключению «${name.ru}»`, `Declined by the exclusion “${name.en}”`, clause)
    : words(
        `Отказано: «${name.ru}» в пакет не входит`,
        `Declined: “${name.en}” is not part of the package`,
        clause,
      );
};

const describeLine = (event: EventOf<'LineAssigned' | 'LineChanged'>, r: Regulation): EventWords => {
  const to = nameOf(r.lines, event.type === 'LineAssigned' ? event.line : event.to);
  return event.type === 'LineAssigned'
    ? words(`Линия поддержки: «${to.ru}»`, `Line of support: “${to.en}”`, event.clause)
    : words(`Передана на линию «${to.ru}»`, `Handed over to line “${to.en}”`, event.clause);
};

const describeLink = ({ relation }: EventOf<'TicketLinked'>, r: Regulation): EventWords => {
  const clause = r.lifecycle.split?.clause ?? null;
  const merged = r.lifecycle.merge?.clause ?? null;
  switch (relation) {
    case 'follows':
      return words('Продолжает закрытую заявку', 'Follows a closed ticket', r.lifecycle.afterClosing.clause);
    case 'possibly-related':
      return words('Возможно, связана с другой заявкой', 'Possibly related to another ticket');
    case 'merged-from':
      return words('Присоединена другая заявка', 'Another ticket was merged into this one', merged);
    case 'merged-into':
      return words('Присоединена к другой заявке', 'Merged into another ticket', merged);
    case 'split-from':
      return words('Выделена из другой заявки', 'Split off from another ticket', clause);
    case 'split-into':
      return words(
        'Вторая проблема выделена в новую заявку',
        'A second problem was split off into a new ticket',
        clause,
      );
  }
};

/** What the desk did with a ticket, as a sentence in both languages. */
export const describeHandling = (event: HandlingEvent, r: Regulation, following: Following): EventWords => {
  switch (event.type) {
    case 'InformationRequested':
      return describeRequest(event, r, following);
    case 'ReplySent':
      return describeReply(event, r, following);
    case 'TicketResolved':
      return describeResolved(event, r);
    case 'TicketDeclined':
      return describeDeclined(event, r);
    case 'LineAssigned':
    case 'LineChanged':
      return describeLine(event, r);
    case 'TicketLinked':
      return describeLink(event, r);
  }
};
