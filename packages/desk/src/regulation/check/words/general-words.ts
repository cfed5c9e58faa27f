import type { Text } from '../../regulation.ts';
import { FINDINGS, type FindingCode } from './findings.ts';

/** Words that are sentences of the case have no name worth showing. */
const SENTENCE = /^(?:ru|en|unit)/u;

/** What a code says of any file: the case's own words stand as `‹name›`. */
export const generalWords = (code: FindingCode): Text => {
  const places = new Proxy(
    {},
    { get: (_, name) => (SENTENCE.test(String(name)) ? '…' : `‹${String(name)}›`) },
  );
  return (FINDINGS[code].says as (words: object) => Text)(places);
};
