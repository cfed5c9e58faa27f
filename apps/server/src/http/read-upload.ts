import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ProblemAnswer } from './problem-reply.ts';

interface UploadedFile {
  readonly fileName: string;
  readonly type: string;
  readonly content: Buffer;
}

const refuse = (code: 'invalid-request' | 'unknown-field', field: string, error: string): ProblemAnswer =>
  new ProblemAnswer(code, { errors: [{ pointer: `/${field}`, code: error }] });

/** The form's one part, `file`; anything else in it is refused as an unknown key of JSON would be. */
const readParts = async (request: FastifyRequest): Promise<UploadedFile> => {
  let upload: UploadedFile | null = null;
  for await (const part of request.parts()) {
    if (part.type !== 'file' || part.fieldname !== 'file')
      throw refuse('unknown-field', (part.fieldname ?? '').slice(0, 100), 'unknown-field');
    if (upload !== null) throw refuse('invalid-request', 'file', 'too-many');
    upload = { fileName: part.filename ?? '', type: part.mimetype, content: await part.toBuffer() };
  }
  if (upload === null) throw refuse('invalid-request', 'file', 'required');
  return upload;
};

/** The form reader's faults have neither a class nor a status of their own. */
const isBrokenForm = (error: unknown): boolean =>
  error instanceof Error && !('statusCode' in error) && /multipart|form|part/i.test(error.message);

/** The one file that a form sends. @throws ProblemAnswer where it sends none, or anything else. */
export const readUpload = (request: FastifyRequest): Promise<UploadedFile> =>
  readParts(request).catch((error: unknown) => {
    throw !(error instanceof ProblemAnswer) && isBrokenForm(error)
      ? new ProblemAnswer('malformed-request', { headers: { connection: 'close' } })
      : error;
  });

/** Too many uploads are under way. */
export const noRoom = (): ProblemAnswer =>
  new ProblemAnswer('unavailable', { headers: { 'retry-after': '10', connection: 'close' } });
