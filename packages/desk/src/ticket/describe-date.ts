import { clockName, type EventNames, type EventWords } from './event-words.ts';
import type { TicketEvent } from './events.ts';
import { meansWords } from './means-words.ts';

type DateEvent = Extract<TicketEvent, { type: `Date${string}` }>;

const saying = (event: DateEvent, name: EventWords['says'], date: EventWords['says']): EventWords['says'] => {
  switch (event.type) {
    case 'DateProposed':
      return {
        ru: `${name.ru}: клиенту предложена дата ${date.ru}`,
        en: `${name.en}: ${date.en} proposed to the customer`,
      };
    case 'DateAgreed': {
      if (event.means === 'staff')
        return { ru: `${name.ru}: назначена дата ${date.ru}`, en: `${name.en}: the date is ${date.en}` };
      const how = meansWords[event.means];
      return {
        ru: `${name.ru}: клиент согласился на ${date.ru} ${how.ru}`,
        en: `${name.en}: the customer agreed to ${date.en} ${how.en}`,
      };
    }
    case 'DateDeclined': {
      const how = meansWords[event.means];
      return {
        ru: `${name.ru}: клиент не согласился на ${date.ru} ${how.ru}`,
        en: `${name.en}: the customer declined ${date.en} ${how.en}`,
      };
    }
  }
};

/** What happened about a date, with the clause by which dates are agreed for that clock. */
export const describeDate = (event: DateEvent, { regulation, moment }: EventNames): EventWords => {
  const rule = regulation.clocks.find(({ id }) => id === event.clockId);
  return {
    says: saying(event, clockName(regulation, event.clockId), moment(event.date)),
    clause: rule?.agreedDate?.clause ?? rule?.clause ?? null,
  };
};
