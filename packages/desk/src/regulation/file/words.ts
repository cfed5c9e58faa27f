import { z } from 'zod';
import { expected } from '../check/words/expected.ts';

/** What every part of a regulation file is made of: ids, clauses, texts, references, yes and no. */

export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, expected('id'));

export const clause = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/u, expected('clause-id'));

export const line = z.string().min(1).max(2000);

/** A word that is the same in both languages, or both of them. */
export const text = z.union([line, z.strictObject({ ru: line, en: line })], {
  error: expected('text'),
});

/** Priorities are often numbers; a reference to one may be written without quotes. */
export const idReference = z.union([z.string(), z.int().nonnegative()], {
  error: expected('reference'),
});

export const ids = z.union([idReference, z.array(idReference).min(1).max(50)], {
  error: expected('references'),
});

export const yesNo = z.enum(['yes', 'no']);

export const channel = z.enum(['email', 'phone', 'portal', 'web-form', 'messenger', 'social']);

export const windows = z.union([z.string(), z.array(z.string()).min(1).max(10)], {
  error: expected('windows'),
});

/** Something with a name, what it means, and the clause it comes from. */
export const named = z.strictObject({ name: text, definition: text.optional(), clause });

/** A standing of companies; those of one with `offered-by` may be offered to customers. */
export const companyRole = z.strictObject({
  name: text,
  definition: text.optional(),
  'offered-by': clause.optional(),
  clause,
});
