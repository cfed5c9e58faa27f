import { endpoints } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { attachmentForStaff } from '../../store/queries/attachments.ts';
import { uploadAttachment } from '../../use-cases/upload-attachment.ts';
import { LONG_ANSWER_MS, mount, UPLOAD_ANSWER_MS } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { fileBody } from '../file-body.ts';
import { imageTypeOf } from '../image-type.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { sendFile, sendImage } from '../send-file.ts';
import { noRoom, readUpload } from '../read-upload.ts';
import { withRoom } from '../upload-room.ts';

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
  mount(
    app,
    deps,
    endpoints.previewAttachment,
    async ({ deskId, person, params, reply }) => {
      const file = await deps.context.db.inDesk(deskId, (q) =>
        attachmentForStaff(q, deskId, params.attachmentId, person.personId),
      );
      const type = file === null ? null : imageTypeOf(file.head);
      if (file === null || type === null) throw new ProblemAnswer('not-found');
      sendImage(reply, { name: file.name, type, content: fileBody(deps.context.db, deskId, file) });
      return null;
    },
    LONG_ANSWER_MS,
  );
};
