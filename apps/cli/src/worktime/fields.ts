import type { LineComplaint } from './complaint.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Keys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The first key that is missing or that nobody knows: a mistyped option must not change an answer unseen. */
export const missingOrUnknown = (fields: Fields, { required, optional }: Keys): LineComplaint | null => {
  for (const key of Object.keys(fields))
    if (!required.includes(key) && !optional.includes(key)) return { code: 'unknown-field', path: key };
  for (const key of required) if (!Object.hasOwn(fields, key)) return { code: 'missing-field', path: key };
  return null;
};
