import type { FastifyReply, FastifyRequest } from 'fastify';
import { markup } from '../html.ts';
import { pageFrame } from '../page-frame.ts';
import { newNonce, sendPage } from '../page-headers.ts';
import { pageLanguage } from '../page-language.ts';
import { supportWords } from './support-words.ts';

/** Sends the page of a link that opens nothing: too old, used, or of somebody else, it says the same. */
export const sendOverPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { lang } = request.query as Readonly<Record<string, unknown>>;
  const language = pageLanguage(lang, request.headers['accept-language']);
  const [title, says] = supportWords[language].over;
  const nonce = newNonce();
  const main = markup`<main id="main" class="error"><p class="code">404</p><h1>${title}</h1><p>${says}</p></main>`;
  return sendPage(
    reply,
    404,
    nonce,
    pageFrame({ title, language, nonce, deskName: null, otherLanguageUrl: null }, main),
  );
};
