import { type Problem, type ProblemCode, problemKinds, problemType } from '@reglament/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Language = 'ru' | 'en';

/** The first of our languages that the client asks for; Russian otherwise. */
export const languageOf = (request: FastifyRequest): Language => {
  const header = request.headers['accept-language'] ?? '';
  const wanted = header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  return wanted.find((l) => l === 'ru' || l === 'en') === 'en' ? 'en' : 'ru';
};

export type ProblemDetails = Partial<
  Pick<Problem, 'refusal' | 'clause' | 'allowed' | 'choices' | 'errors' | 'current'>
> & {
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An expected "no" of the API: thrown by routes, answered in one place. */
export class ProblemAnswer extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The address without its query: a problem must not repeat what may be secret. */
const instanceOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]?.slice(0, 300) ?? '';

export const problemBody = (
  request: FastifyRequest,
  code: ProblemCode,
  details: ProblemDetails = {},
): Problem => {
  const kind = problemKinds[code];
  const { headers: _, detail, ...members } = details;
  const title = kind.title[languageOf(request)];
  return {
    type: problemType(code),
    title,
    status: kind.status,
    detail: detail ?? title,
    instance: instanceOf(request),
    requestId: request.id,
    code,
    ...members,
  };
};

export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  details: ProblemDetails = {},
): FastifyReply =>
  reply
    .code(problemKinds[code].status)
    .headers(problemKinds[code].status === 401 ? { 'www-authenticate': 'Cookie realm="reglament"' } : {})
    .headers(details.headers ?? {})
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(request, code, details)));
