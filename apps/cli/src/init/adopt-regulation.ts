import type { Regulation } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';

/** A name that may stand anywhere in the text without quotes. */
export const isPlainName = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}$/u.test(text) && !/[ .-]$/u.test(text);

export interface Adoption {
  readonly id: string;
  /** The new vendor's name, for people. */
  readonly name: string;
  readonly today: LocalDate;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Words around a vendor's name that are no part of it. */
const ORDINARY = /^(?:техническая )?поддержка(?: по)? | (?:technical )?support$/iu;

const LETTER = String.raw`[\p{L}\p{N}]`;

/** Names of the vendor and its products as the text has them, the longest first. */
const namesOf = ({ name, products }: Regulation): readonly string[] =>
  [...new Set([name.ru.replace(ORDINARY, ''), name.en.replace(ORDINARY, ''), ...products])]
    .map((one) => one.replaceAll(/[«»"]/gu, '').trim())
    .filter((one) => one.length > 1)
    .toSorted((a, b) => b.length - a.length);

/** What stands before the first hyphen of the ids of clauses. */
const prefixOf = ({ clauses }: Regulation): string => clauses[0]?.id.split('-')[0] ?? '';

/** The edition up to what may follow its dates. */
const EDITION = /^edition: \{label: "[^"]*", date: [\d-]+, in-force-from: [\d-]+/mu;
const GUIDE = /docs\/regulation-language\.md/u;
const MAIL = /(?<local>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+/gu;
const LINK = /https?:\/\/[^\s"'/}]+/gu;
const PHONE = /(?:\+?\d[ -]?)?\(\d{3,5}\) ?\d[\d -]{4,}\d|\+\d[\d -]{8,}\d/gu;

/**
 * Another vendor's regulation as the beginning of one's own: the comments and rules stay, the id, names, product, addresses,
 * edition and ids of clauses are replaced.
 */
export const adoptRegulation = (source: string, from: Regulation, { id, name, today }: Adoption): string => {
  const prefix = new RegExp(String.raw`(?<!${LETTER})${escaped(prefixOf(from))}-(?=[A-Za-z0-9…])`, 'gu');
  // A name with a hyphen at its side is a part of some id.
  const named = (old: string): RegExp =>
    new RegExp(String.raw`(?<!${LETTER}|-)${escaped(old)}(?!${LETTER}|-)`, 'gu');
  const plain = source
    .replace(/^id: .*$/mu, `id: ${id}`)
    .replace(EDITION, `edition: {label: "1.0", date: ${today}, in-force-from: ${today}`)
    .replace(/^product: .*$/mu, () => `product: {ru: Программы ${name}, en: ${name} software}`)
    .replace(GUIDE, 'docs/language/tutorial.ru.md, docs/language/tutorial.en.md')
    .replace(/^products: \[.*\]/mu, () => `products: [${name}]`)
    .replaceAll(MAIL, `$<local>@${id}.example`)
    .replaceAll(LINK, `https://${id}.example`)
    .replaceAll(PHONE, '+7 (000) 000-00-00');
  return namesOf(from)
    .reduce((text, old) => text.replaceAll(named(old), () => name), plain)
    .replaceAll(prefix, `${id.slice(0, 20).toUpperCase()}-`);
};
