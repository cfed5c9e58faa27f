import '@fastify/multipart';
import { endpoints } from '@reglament/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { attachmentForStaff } from '../../store/queries/attachments.ts';
import { uploadAttachment } from '../../use-cases/upload-attachment.ts';
import { LONG_ANSWER_MS, mount, UPLOAD_ANSWER_MS } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { fileBody } from '../file-body.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { sendFile } from '../send-file.ts';
import { withRoom } from '../upload-room.ts';

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

const readUpload = (request: FastifyRequest): Promise<UploadedFile> =>
  readParts(request).catch((error: unknown) => {
    throw !(error instanceof ProblemAnswer) && isBrokenForm(error)
      ? new ProblemAnswer('malformed-request', { headers: { connection: 'close' } })
      : error;
  });

const noRoom = (): ProblemAnswer =>
  new ProblemAnswer('unavailable', { headers: { 'retry-after': '10', connection: 'close' } });

export const attachmentRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(
    app,
    deps,
    endpoints.uploadAttachment,
    async ({ deskId, person, request }) => {
      const { personId } = person;
      const kept = await withRoom(request, async () =>
        uploadAttachment(deps.context, { deskId, personId, ...(await readUpload(request)) }),
      );
      if (kept === null) throw noRoom();
      return kept;
    },
    UPLOAD_ANSWER_MS,
  );
  mount(
    app,
    deps,
    endpoints.getAttachment,
    async ({ deskId, person, params, reply }) => {
      const file = await deps.context.db.inDesk(deskId, (q) =>
        attachmentForStaff(q, deskId, params.attachmentId, person.personId),
      );
      if (file === null) throw new ProblemAnswer('not-found');
      sendFile(reply, { ...file, content: fileBody(deps.context.db, deskId, file) });
      return null;
    },
    LONG_ANSWER_MS,
  );
};
