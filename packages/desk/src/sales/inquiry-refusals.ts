import type { ClauseId, Text } from '../regulation/regulation.ts';

/** Every "no" about a purchase inquiry, in words that say what to do. */
export const inquiryRefusalTexts = {
  'inquiry-closed': {
    ru: 'Запрос закрыт. Откройте его снова, если разговор продолжается.',
    en: 'The inquiry is closed. Reopen it if the talk goes on.',
  },
  'inquiry-open': { ru: 'Запрос и так открыт.', en: 'The inquiry is open already.' },
  'became-ticket': {
    ru: 'Этот запрос уже стал заявкой: продолжайте в ней.',
    en: 'This inquiry has become a ticket: go on there.',
  },
  'no-customer-address': {
    ru: 'У клиента нет адреса почты: позвоните и запишите разговор заметкой.',
    en: 'The customer has no e-mail address: call, and keep the talk as a note.',
  },
  'unknown-addressee': {
    ru: 'Регламент не называет такого адреса продаж. Выберите из списка.',
    en: 'The regulation names no such address of sales. Choose one of the list.',
  },
  'nothing-changes': { ru: 'Всё уже так.', en: 'It is so already.' },
  'sold-not-by-partners': {
    ru: 'По регламенту партнёры поддержку не продают. Закройте запрос без партнёра.',
    en: 'By the regulation partners sell no support. Close the inquiry without one.',
  },
  'partner-without-standing': {
    ru: 'У этой компании сегодня нет статуса партнёра. Если он есть, запишите его в карточке компании.',
    en: 'This company does not stand as a partner today. If it does, record it on the company’s page.',
  },
  'certificate-of-another': {
    ru: 'Этот сертификат выписан другой компании.',
    en: 'This certificate is another company’s.',
  },
  'company-missing': {
    ru: 'Сначала укажите компанию: иначе неизвестно, кому продано.',
    en: 'Name the company first: nobody knows else who bought it.',
  },
} as const satisfies Record<string, Text>;

export type InquiryRefusalCode = keyof typeof inquiryRefusalTexts;

export interface InquiryRefusal {
  readonly code: InquiryRefusalCode;
  /** Clause behind it; null: a plain matter of state. */
  readonly clause: ClauseId | null;
}

export type InquiryDecision<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: InquiryRefusal };

export const acceptInquiry = <T>(value: T): InquiryDecision<T> => ({ ok: true, value });

export const refuseInquiry = (
  code: InquiryRefusalCode,
  clause: ClauseId | null = null,
): InquiryDecision<never> => ({ ok: false, refusal: { code, clause } });

/** The refusal in both languages. */
export const inquiryRefusalWords = ({ code }: InquiryRefusal): Text => inquiryRefusalTexts[code];
