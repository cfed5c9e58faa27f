import { endpoints } from '@reglament/contract';
import type { CertificateId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { certificateForLetter } from '../../store/queries/certificate-for-letter.ts';
import { certificateLetterRows } from '../../store/queries/certificate-letters.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const MOST_LETTERS = 200;

export const certificateLetterRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db } = deps.context;
  mount(app, deps, endpoints.getCertificateLetters, async ({ deskId, params }) => {
    const certificateId = params.certificateId as CertificateId;
    const { about, rows } = await db.inDesk(deskId, async (q) => ({
      about: await certificateForLetter(q, deskId, certificateId),
      rows: await certificateLetterRows(q, deskId, certificateId, MOST_LETTERS + 1),
    }));
    if (about === null) throw new ProblemAnswer('not-found');
    return {
      letters: rows.slice(0, MOST_LETTERS).map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
      hasMore: rows.length > MOST_LETTERS,
      addressees: [...about.addressees],
    };
  });
};
