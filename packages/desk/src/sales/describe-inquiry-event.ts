import type { Text } from '../regulation/regulation.ts';
import { type EventWords, words } from '../ticket/event-words.ts';
import type { InquiryEvent } from './inquiry-events.ts';
import { districtNames, topicNames, unroutedTexts } from './inquiry-words.ts';

/** Names that the journal does not hold. */
export interface InquiryNames {
  readonly person: (personId: string) => string;
  readonly company: (companyId: string) => string;
  /** Number of a certificate. */
  readonly certificate: (certificateId: string) => string;
  /** Number of a ticket. */
  readonly ticket: (ticketId: string) => string;
}

const sentence = ({ ru, en }: Text, clause: string | null = null): EventWords => words(ru, en, clause);

const opened = (
  event: Extract<InquiryEvent, { readonly type: 'InquiryOpened' }>,
  names: InquiryNames,
): EventWords => {
  const { ru, en } = topicNames[event.topic];
  const from = event.fromTicketId === null ? null : names.ticket(event.fromTicketId);
  return words(
    from === null ? `Запрос принят: ${ru}` : `Запрос принят из заявки №${from}: ${ru}`,
    from === null ? `Inquiry taken: ${en}` : `Inquiry taken from ticket ${from}: ${en}`,
  );
};

const sold = (
  { certificateId, partnerId }: Extract<InquiryEvent, { readonly type: 'InquiryWon' }>,
  names: InquiryNames,
): EventWords => {
  const number = certificateId === null ? null : names.certificate(certificateId);
  const partner = partnerId === null ? null : names.company(partnerId);
  return words(
    `Продано${number === null ? '' : `, сертификат ${number}`}${partner === null ? '' : `; продал партнёр «${partner}»`}`,
    `Sold${number === null ? '' : `, certificate ${number}`}${partner === null ? '' : `; by the partner “${partner}”`}`,
  );
};

/** What happened to an inquiry, in words, with the clause behind it. */
export const describeInquiryEvent = (event: InquiryEvent, names: InquiryNames): EventWords => {
  switch (event.type) {
    case 'InquiryOpened':
      return opened(event, names);
    case 'InquiryRouted':
      return event.by === 'rule'
        ? words(
            `Направлен по регламенту: ${event.to}`,
            `Sent on by the regulation: ${event.to}`,
            event.clause,
          )
        : words(`Адресат выбран: ${event.to}`, `Addressee chosen: ${event.to}`, event.clause);
    case 'InquiryUnrouted':
      return sentence(unroutedTexts[event.because], event.clause);
    case 'InquiryDistrictNamed': {
      const { ru, en } = districtNames[event.district];
      return words(`Округ: ${ru}`, `District: ${en}`);
    }
    case 'InquiryTopicNamed': {
      const { ru, en } = topicNames[event.topic];
      return words(`О чём: ${ru}`, `About: ${en}`);
    }
    case 'InquiryCompanyNamed': {
      const name = names.company(event.companyId);
      return words(`Компания: «${name}»`, `Company: “${name}”`);
    }
    case 'InquiryHandedOver': {
      const name = names.person(event.ownerId);
      return words(`Ведёт ${name}`, `${name} has it now`);
    }
    case 'InquiryAnswered':
      return words('Отправлен ответ', 'Answered');
    case 'InquiryNoteAdded':
      return words('Добавлена заметка', 'Note added');
    case 'InquiryCustomerWrote':
      return words('Клиент написал', 'The customer wrote');
    case 'InquiryRobotWrote':
      return event.nature === 'bounce'
        ? words(
            'Письмо не дошло: ответил почтовый сервер',
            'The letter did not arrive: a mail server answered',
          )
        : words('Пришёл автоответ', 'An automatic answer came');
    case 'InquiryReopened':
      return event.cause === 'customer'
        ? words('Открыт снова: клиент написал ещё раз', 'Opened again: the customer wrote once more')
        : words('Открыт снова', 'Opened again');
    case 'InquiryWon':
      return sold(event, names);
    case 'InquiryLost':
      return words('Закрыт без продажи', 'Closed without a sale');
    case 'InquiryBecameTicket': {
      const number = names.ticket(event.ticketId);
      return words(`Стал заявкой №${number}`, `Became ticket ${number}`);
    }
    case 'InquiryMoved':
      return words('Передан другой записи той же компании', 'Moved to the other record of the same company');
  }
};
