import { foldKey } from '@reglament/desk';
import { readPhone } from '../phone.ts';

/** What a whole question may be the name of. */
export interface ExactlyNamed {
  readonly number: number | null;
  readonly inn: string | null;
  readonly certificate: string;
  /** A protection key as it is compared; empty: it is none. */
  readonly key: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const ticketNumber = /^(?:заявка|обращение|тикет|ticket)?\s*(?:[№#]|n[°o.]?)?\s*(\d{1,15})$/iu;
const inn = /^(?:инн|inn)?[\s:]*((?:\d[\s\u00a0-]*){10}|(?:\d[\s\u00a0-]*){12})$/iu;
const LONGEST_KEY = 64;

const keyOf = (typed: string): string => {
  const key = foldKey(typed);
  return /\d/.test(key) && key.length >= 4 && key.length <= LONGEST_KEY ? key : '';
};

/** Reads numbers, an INN with spaces, keys, addresses and telephones out of what was typed. */
export const exactlyNamed = (typed: string): ExactlyNamed => {
  const text = typed.trim();
  const number = ticketNumber.exec(text)?.[1];
  return {
    number: number === undefined ? null : Number(number),
    inn: inn.exec(text)?.[1]?.replaceAll(/\D/g, '') ?? null,
    certificate: text.replace(/^[№#]\s*/u, ''),
    key: keyOf(text),
    email: /^\S+@\S+$/.test(text) ? text : null,
    phone: /^[+\d()\s.\u2010-\u2015-]{7,30}$/u.test(text) ? readPhone(text) : null,
  };
};
