import type { FastifyRequest } from 'fastify';
import { type Language, languageOf, ProblemAnswer, type ProblemDetails } from './problem-reply.ts';

/** The mark of the version that somebody saw; `If-Match` gives it back. */
export const etag = (version: number): string => `"${version}"`;

/** What was to be changed is another one by now. */
export const staleProblem = (
  request: FastifyRequest,
  version: number,
  words: Readonly<Record<Language, string>>,
): ProblemAnswer =>
  new ProblemAnswer('stale', { detail: words[languageOf(request)], headers: { etag: etag(version) } });

/** A rule says no: with the clause of the regulation, or, `clause` null, because of the state that the thing is in. */
export const refusedProblem = (
  { code, clause }: { readonly code: string; readonly clause: NonNullable<ProblemDetails['clause']> | null },
  detail: string,
  more: Pick<ProblemDetails, 'allowed'> = {},
): ProblemAnswer =>
  new ProblemAnswer(clause === null ? 'state' : 'refused', {
    detail,
    refusal: code,
    ...(clause === null ? {} : { clause }),
    ...more,
  });
