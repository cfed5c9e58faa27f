import type { ProblemCode } from '@reglament/contract';
import { z } from 'zod';
import { type Language, ProblemAnswer } from './problem-reply.ts';

interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

const MAX_ERRORS = 50;

const errorMaps = { ru: z.locales.ru().localeError, en: z.locales.en().localeError } as const;

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const errorsOf = (issue: z.core.$ZodIssue): readonly FieldError[] => {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown-field' }));
  if (issue.message === 'invalid-text') return [{ pointer, code: 'invalid-text' }];
  return [{ pointer, code: issue.code.replaceAll('_', '-'), detail: issue.message }];
};

const codeOf = (errors: readonly FieldError[]): ProblemCode => {
  if (errors.every((e) => e.code === 'unknown-field')) return 'unknown-field';
  return errors.every((e) => e.code === 'invalid-text') ? 'invalid-text' : 'invalid-request';
};

/** Parses what a client sent, or answers 422 with every fault, 50 at most. */
export const checkFields = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  language: Language,
): z.output<S> => {
  const parsed = schema.safeParse(value, { error: errorMaps[language] });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(errorsOf).slice(0, MAX_ERRORS);
  throw new ProblemAnswer(codeOf(errors), { errors });
};
