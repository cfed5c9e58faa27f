import { parseInstant, type Instant } from '@reglament/working-time';

export type TimeReading =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly code: 'no-offset' | 'no-such-time' | 'not-a-time' };

const SHAPE = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?<offset>[Zz]|[+-]\d{2}:\d{2})?$/u;

/** Reads `2026-11-20T17:30+03:00`, with or without seconds; the offset (or Z) must be there. */
export const readTime = (text: string): TimeReading => {
  const match = SHAPE.exec(text);
  if (match === null) return { ok: false, code: 'not-a-time' };
  if (match.groups?.['offset'] === undefined) return { ok: false, code: 'no-offset' };
  const at = parseInstant(text);
  return at === null ? { ok: false, code: 'no-such-time' } : { ok: true, at };
};
