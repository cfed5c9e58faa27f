import { endpoints, type LetterSummary } from '@reglament/contract';
import type { DeskId, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import { type LetterRow, letterRow, lettersPage } from '../../store/queries/letters.ts';
import { keepLetter } from '../../use-cases/keep-letter.ts';
import { retryLetter } from '../../use-cases/retry-letter.ts';
import { writeLetter } from '../../use-cases/write-letter.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { presentHeaders } from '../present/present-headers.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { sendFile } from '../send-file.ts';

const presentLetter = (row: LetterRow): LetterSummary => ({
  letterId: row.letterId,
  direction: row.direction,
  at: new Date(row.at).toISOString(),
  from: row.from,
  to: row.to,
  subject: row.subject,
  size: row.size,
  outcome: row.outcome,
  ticketNumber: row.ticketNumber,
  inquiryNumber: row.inquiryNumber,
  certificate: row.certificate,
  note: row.deliveries > 1 ? [row.note, `×${row.deliveries}`].filter((x) => x !== null).join(' ') : row.note,
});

const found = async (deps: HttpDeps, deskId: DeskId, letterId: string) => {
  const row = await deps.context.db.inDesk(deskId, (q) => letterRow(q, deskId, letterId));
  if (row === null) throw new ProblemAnswer('not-found');
  return row;
};

const listRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret } = deps.context;
  mount(app, deps, endpoints.getLetters, async ({ deskId, query }) => {
    const list = `letters ${deskId} ${query.direction ?? ''} ${query.troubled ?? ''}`;
    const [at, letterId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after = letterId === undefined ? null : { at: Number(at) as Instant, letterId: String(letterId) };
    const direction = query.direction ?? null;
    const troubled = query.troubled !== undefined;
    const rows = await db.inDesk(deskId, (q) =>
      lettersPage(q, { deskId, direction, troubled, after, limit: query.limit + 1 }),
    );
    const { page, next } = pageOf(rows, { secret, list, limit: query.limit }, (row) => [
      row.at,
      row.letterId,
    ]);
    return {
      letters: page.map(presentLetter),
      next,
    };
  });
  mount(
    app,
    deps,
    endpoints.getLetter,
    async ({ deskId, params }) => {
      const row = await found(deps, deskId, params.letterId);
      const reading = await deps.parseLetter(row.raw, { trustedAuthserv: null, ownAddresses: [] });
      const body = reading.ok ? reading.letter : { text: '', html: null, attachments: [] };
      const attachments = body.attachments.map((a) => ({
        name: a.name,
        type: a.type,
        size: a.content.byteLength,
      }));
      return {
        ...presentLetter(row),
        text: body.text,
        html: body.html,
        headers: presentHeaders(row.raw),
        attachments,
        sha256: row.sha256,
      };
    },
    LONG_ANSWER_MS,
  );
  mount(
    app,
    deps,
    endpoints.getLetterRaw,
    async ({ deskId, params, reply }) => {
      const row = await found(deps, deskId, params.letterId);
      sendFile(reply, { name: `${row.letterId}.eml`, type: 'message/rfc822', content: row.raw });
      return null;
    },
    LONG_ANSWER_MS,
  );
};

export const letterRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  listRoutes(app, deps);
  mount(
    app,
    deps,
    endpoints.dropLetter,
    async ({ deskId, request }) => {
      if (!Buffer.isBuffer(request.body) || request.body.length === 0)
        throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '', code: 'required' }] });
      const letterId = await keepLetter(context, {
        deskId,
        raw: request.body,
        receivedAt: context.now(),
        delivery: null,
        truncated: false,
      });
      deps.wakeReader();
      return { letterId };
    },
    LONG_ANSWER_MS,
  );
  mount(app, deps, endpoints.writeLetter, async ({ deskId, membership, body, idempotency }) => {
    const { forSales, ...letter } = body;
    const { mailAddress } = membership;
    const letterId = await writeLetter(context, {
      deskId,
      to: forSales ? mailAddress.replace('@', '+sales@') : mailAddress,
      ...letter,
      idempotency,
    });
    deps.wakeReader();
    return { letterId };
  });
  mount(app, deps, endpoints.retryLetter, async ({ deskId, params }) => {
    if (!(await retryLetter(context, deskId, params.letterId as LetterId))) throw new ProblemAnswer('state');
    deps.wakeReader();
    deps.wakeOutbox();
    return null;
  });
};
