import { randomUUID } from 'node:crypto';
import { type ProblemCode, problemKinds, problemType } from '@reglament/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../store/queries/is-unavailable.ts';
import { ProblemAnswer, sendProblem } from './problem-reply.ts';

const closing = { connection: 'close' };

const frameworkProblems: Readonly<Record<string, readonly [ProblemCode, Readonly<Record<string, string>>?]>> =
  {
    FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', closing],
    FST_REQ_FILE_TOO_LARGE: ['too-large', closing],
    FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type'],
    FST_INVALID_MULTIPART_CONTENT_TYPE: ['unsupported-media-type', { 'accept-post': 'multipart/form-data' }],
    FST_PARTS_LIMIT: ['too-complex', closing],
    FST_FILES_LIMIT: ['too-complex', closing],
    FST_FIELDS_LIMIT: ['too-complex', closing],
  };

/** Every failure becomes a problem in one place; what nobody expected is logged, told to people, and answered by its request id only. */
export const createAnswerError =
  (onError: (error: unknown) => void) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof ProblemAnswer) return sendProblem(request, reply, error.code, error.details);
    const known = frameworkProblems[error.code];
    if (known !== undefined)
      return sendProblem(request, reply, known[0], known[1] === undefined ? {} : { headers: known[1] });
    if (error.statusCode === 429) return sendProblem(request, reply, 'rate-limited');
    if (isUnavailable(error))
      return sendProblem(request, reply, 'unavailable', { headers: { 'retry-after': '2' } });
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
      return sendProblem(request, reply, 'malformed-request', { headers: closing });
    request.log.error({ err: error }, 'unexpected');
    onError(error);
    return sendProblem(request, reply, 'internal');
  };

/** The node's own answer to requests that never became one: too large headers, not HTTP. Nobody knows their language. */
export const clientErrorText = (error: string | undefined): string => {
  const [line, code]: readonly [string, ProblemCode] =
    error === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'headers-too-large']
      : ['400 Bad Request', 'malformed-request'];
  const { status, title } = problemKinds[code];
  const body = JSON.stringify({
    type: problemType(code),
    title: title.en,
    status,
    detail: title.en,
    instance: '',
    requestId: randomUUID(),
    code,
  });
  return `HTTP/1.1 ${line}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${body}`;
};
