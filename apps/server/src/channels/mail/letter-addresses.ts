import { addressParser, type Address } from 'postal-mime';
import { cleanLine, cleanName, cutText } from './clean-text.ts';
import { relabelWords } from './header-text.ts';
import type { LetterHeaders } from './letter-headers.ts';
import { isMailAddress } from './mail-address.ts';
import type { ParsedAddress } from './parsed-letter.ts';

const NAME_LIMIT = 255;
const ADDRESSES_LIMIT = 1000;
const HEADER_LIMIT = 100_000;

const parsedAddress = (mailbox: { readonly address: string; readonly name: string }): ParsedAddress => {
  const address = cleanLine(mailbox.address).toLowerCase();
  return {
    address: isMailAddress(address) ? address : '',
    name: cutText(cleanName(mailbox.name), NAME_LIMIT),
  };
};

const parse = (value: string): readonly Address[] =>
  addressParser(relabelWords(cutText(value, HEADER_LIMIT)));

/** Everybody named in these header values, groups opened, at most 1000. */
export const addressList = (values: readonly string[]): readonly ParsedAddress[] =>
  values
    .flatMap((value) => parse(value))
    .flatMap((entry) => entry.group ?? [entry])
    .slice(0, ADDRESSES_LIMIT)
    .map(parsedAddress);

/** Who wrote the letter, or why that cannot be said. */
export type Sender =
  | { readonly kind: 'one'; readonly address: ParsedAddress }
  | { readonly kind: 'from-missing' | 'from-several' | 'from-group' | 'from-invalid' };

/** The sender is believed only when the letter names exactly one, in exactly one From header. */
export const senderOf = (headers: LetterHeaders): Sender => {
  const values = headers.all('from').filter((value) => value.trim() !== '');
  if (values.length > 1) return { kind: 'from-several' };
  const entries = parse(values[0] ?? '');
  const entry = entries[0];
  if (entry === undefined) return { kind: 'from-missing' };
  if (entries.some((one) => one.group !== undefined)) return { kind: 'from-group' };
  if (entries.length > 1) return { kind: 'from-several' };
  if (entry.group !== undefined) return { kind: 'from-group' };
  const address = parsedAddress(entry);
  return address.address === '' ? { kind: 'from-invalid' } : { kind: 'one', address };
};

const DELIVERY_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'] as const;

/** Every address the letter was meant for or delivered to, lower-case, each once. */
export const recipientsOf = (headers: LetterHeaders, named: readonly ParsedAddress[]): readonly string[] => {
  const delivered = addressList(DELIVERY_HEADERS.flatMap((name) => headers.all(name)));
  return [...new Set([...named, ...delivered].map((one) => one.address).filter((address) => address !== ''))];
};

const ID_LIMIT = 998;
const IDS_LIMIT = 200;

/** Message-IDs in a header, without angle brackets; anything longer than a header line is dropped. */
export const messageIds = (value: string | null): readonly string[] => {
  const bracketed = [...cutText(value ?? '', HEADER_LIMIT).matchAll(/<([^<>]*)>/g)].map(
    (match) => match[1] ?? '',
  );
  const found = bracketed.length > 0 ? bracketed : (value ?? '').trim().split(/[\s,]+/);
  return found
    .map((id) => cleanLine(id).replaceAll(' ', ''))
    .filter((id) => id !== '' && id.length <= ID_LIMIT)
    .slice(-IDS_LIMIT);
};
