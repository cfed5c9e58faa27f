import { type EditionShown, endpoints } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import { peopleByIds, regulationVersions, type RegulationVersionRow } from '../../store/queries/desks.ts';
import { checkEdition, giveEdition } from '../../use-cases/give-edition.ts';
import { versionInForce } from '../../use-cases/place-text.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { blockedText, presentFinding } from '../present/present-finding.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso } from '../present/iso.ts';

const stateOf = (
  row: RegulationVersionRow,
  current: RegulationVersionRow | undefined,
  now: Instant,
): EditionShown['state'] => {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row === current) return 'in-force';
  return row.effectiveFrom > now ? 'planned' : 'earlier';
};

/** The editions of a desk with who gave each, the latest first. */
const editionsOf = ({ context }: HttpDeps, deskId: DeskId) =>
  context.db.inDesk(deskId, async (q) => {
    const rows = await regulationVersions(q, deskId);
    const givers = [...new Set(rows.flatMap(({ givenBy }) => givenBy ?? []))] as readonly PersonId[];
    const names = new Map((await peopleByIds(q, givers)).map((one) => [one.personId, one.name]));
    const now = context.now();
    const current = versionInForce(rows, now);
    return rows.map((row) => ({
      source: row.source,
      shown: {
        editionId: row.regulationVersionId,
        label: row.edition,
        from: iso(row.effectiveFrom),
        state: stateOf(row, current, now),
        givenAt: iso(row.createdAt),
        givenBy: row.givenBy === null ? null : (names.get(row.givenBy) ?? ''),
      },
    }));
  });

const sameWords = {
  ru: 'Служба уже работает по этому тексту.',
  en: 'The desk goes by this text already.',
} as const;

export const editionRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getEditions, async ({ deskId }) => ({
    editions: (await editionsOf(deps, deskId)).map(({ shown }) => shown),
  }));

  mount(app, deps, endpoints.getEdition, async ({ deskId, params }) => {
    const found = (await editionsOf(deps, deskId)).find(({ shown }) => shown.editionId === params.editionId);
    if (found === undefined) throw new ProblemAnswer('not-found');
    return { ...found.shown, source: found.source };
  });

  mount(
    app,
    deps,
    endpoints.checkEdition,
    async ({ deskId, body }) => {
      const { findings, edition } = await checkEdition(context, deskId, body.source);
      return {
        findings: findings.map(presentFinding),
        edition:
          edition === null
            ? null
            : {
                ...edition,
                from: iso(edition.from),
                startsNow: edition.from <= context.now(),
                withdraws: [...edition.withdraws],
                changes: edition.changes.map(({ kind, says, clause }) => ({ kind, says, clause })),
              },
      };
    },
    LONG_ANSWER_MS,
  );

  mount(
    app,
    deps,
    endpoints.giveEdition,
    async ({ deskId, person, body, idempotency, request }) => {
      const { source } = body;
      const given = await giveEdition(context, { deskId, personId: person.personId, source, idempotency });
      switch (given.kind) {
        case 'blocked':
          throw blockedText(request, '/source', given.findings);
        case 'same':
          throw new ProblemAnswer('state', { detail: sameWords[languageOf(request)] });
        case 'given':
          return { edition: given.regulation.edition.label, from: iso(given.from) };
      }
    },
    LONG_ANSWER_MS,
  );
};
