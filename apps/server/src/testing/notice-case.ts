import type { Ticket } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { NoticeFacts, NoticeMessage } from '../reactions/notice-facts.ts';
import { at, type Rules } from './told-ticket.ts';

export const friday = at('2026-11-20T17:30+03:00');
export const monday = at('2026-11-23T11:00+03:00');
export const statusUrl = 'https://desk.example/t/desk/123-abcdefghijklmnopqrstuvwxyz';

/** What a letter is made of, about a ticket of the desk called Centaur. */
export const factsOf = (
  rules: Rules,
  ticket: Ticket,
  now: Instant,
  more: Partial<NoticeFacts> = {},
): NoticeFacts => ({
  regulation: rules.regulation,
  calendars: rules.calendars,
  ticket,
  number: 123,
  deskName: { ru: 'Центавр', en: 'Centaur' },
  requester: { name: 'Хитрый Отправитель' },
  statusUrl,
  now,
  message: null,
  mergedInto: null,
  staff: null,
  ...more,
});

export const message: NoticeMessage = {
  author: 'Анна Смирнова',
  text: 'Обновите **прошивку**.\n\n- шаг один',
  attachments: ['журнал.txt'],
};
export const staff = {
  recipientName: 'Анна',
  ticketUrl: 'https://desk.example/centaur/123',
  subject: 'Не звонит',
};
