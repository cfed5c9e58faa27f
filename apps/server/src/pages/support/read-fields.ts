import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cleanBody, cleanLine, cutText } from '../../text/clean-text.ts';

const VALUE_LIMIT = 254;
const TEXT_LIMIT = 10_000;
/** Ten thousand Cyrillic letters, as a form sends them, and room for the rest. */
export const FORM_BYTES = 128 * 1024;

export interface ReadFields {
  /** Values of one line, cleaned and cut. */
  readonly fields: Readonly<Record<string, string>>;
  /** The form's long text. */
  readonly text: string;
}

/** Thrown when what was sent is no form. */
class FieldsUnreadable extends Error {
  readonly statusCode = 400;
}

/** Forms without files: nothing else is read under this scope. */
export const readPlainForms = (scope: FastifyInstance): void => {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );
};

/** What was typed into a form. @throws FieldsUnreadable. */
export const readFields = (request: FastifyRequest): ReadFields => {
  const { body } = request;
  if (!(body instanceof URLSearchParams)) throw new FieldsUnreadable('not a form');
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let text = '';
  for (const [name, value] of body) {
    if (name === 'text') text = cutText(cleanBody(value).trim(), TEXT_LIMIT);
    // Inputs of ours have names of letters; anything else is somebody's experiment.
    else if (/^[a-z][a-z0-9-]{0,60}$/.test(name)) fields[name] = cutText(cleanLine(value), VALUE_LIMIT);
  }
  return { fields, text };
};
