import type { Language } from '@reglament/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemAnswer } from '../http/problem-reply.ts';
import { isUnavailable } from '../store/queries/is-unavailable.ts';
import { markup } from './html.ts';
import { pageFrame } from './page-frame.ts';
import { newNonce, sendPage } from './page-headers.ts';
import { pageLanguage } from './page-language.ts';
import { pageWords } from './words.ts';

/** A page that says what went wrong and what to do, with nothing of the inside; `requestId` only where people may be asked for it. */
export const errorPage = (
  status: number,
  language: Language,
  nonce: string,
  requestId: string | null,
): string => {
  const words = pageWords[language];
  const [title, says] = words.errors[status] ?? words.errors[500] ?? ['', ''];
  const id = requestId === null ? null : markup`<p class="code">${words.requestId}: ${requestId}</p>`;
  return pageFrame(
    { title, language, nonce, deskName: null, otherLanguageUrl: null },
    markup`<main id="main" class="error"><p class="code">${status}</p><h1>${title}</h1><p>${says}</p>${id}</main>`,
  );
};

/** Sends it in the reader's language. A page that is not there gives away nothing about what is. */
export const sendErrorPage = (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply => {
  const nonce = newNonce();
  const asked = (request.query as Readonly<Record<string, unknown>> | undefined)?.['lang'];
  const language = pageLanguage(asked, request.headers['accept-language']);
  if (status === 503) void reply.header('retry-after', '10');
  return sendPage(
    reply,
    status,
    nonce,
    errorPage(status, language, nonce, status === 500 ? request.id : null),
  );
};

/** The status of the page for whatever was thrown on the way to another page. */
export const errorStatus = (error: unknown): number => {
  if (isUnavailable(error)) return 503;
  if (error instanceof ProblemAnswer) return error.code === 'uri-too-long' ? 414 : 400;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413 || status === 429 || status === 404 || status === 403) return status;
  return status >= 400 && status < 500 ? 400 : 500;
};
