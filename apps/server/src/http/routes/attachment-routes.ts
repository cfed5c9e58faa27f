import '@fastify/multipart';
import { endpoints } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { attachmentForStaff } from '../../store/queries/attachments.ts';
import { uploadAttachment } from '../../use-cases/upload-attachment.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { sendFile } from '../send-file.ts';

export const attachmentRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(app, deps, endpoints.uploadAttachment, async ({ deskId, person, request }) => {
    if (!request.isMultipart()) throw new ProblemAnswer('unsupported-media-type', { headers: { 'accept-post': 'multipart/form-data' } });
    const file = await request.file();
    if (file === undefined) throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/file', code: 'required' }] });
    const content = await file.toBuffer();
    return uploadAttachment(deps.context, { deskId, personId: person.personId, fileName: file.filename, type: file.mimetype, content });
  });
  mount(app, deps, endpoints.getAttachment, async ({ deskId, person, params, reply }) => {
    const file = await deps.context.db.inDesk(deskId, (q) => attachmentForStaff(q, deskId, params.attachmentId, person.personId));
    if (file === null) throw new ProblemAnswer('not-found');
    sendFile(reply, file);
    return null;
  });
};
