import { type Html, markup } from './html.ts';

const SITE = /^https?:\/\/\S+$/u;
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u;
/** A number as people write it, with no extension or words behind it. */
const TELEPHONE = /^\+?[\d\s()-]{7,}$/u;

/** A published address as something to press: a site, an address, a telephone; anything else stays text. */
export const wayLink = (value: string): Html => {
  if (SITE.test(value)) return markup`<a href="${value}" rel="noreferrer">${value}</a>`;
  if (MAIL.test(value)) return markup`<a href="mailto:${value}">${value}</a>`;
  if (!TELEPHONE.test(value)) return markup`${value}`;
  return markup`<a href="tel:${value.replaceAll(/[^\d+]/gu, '')}">${value}</a>`;
};
