import { endpoints } from '@reglament/contract';
import { type ProductRefusal, productRefusalWords, suiteOf } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { catalogueRows } from '../../store/queries/products.ts';
import {
  changeProduct,
  changeProductVersion,
  createProduct,
  createProductVersion,
  type ProductOutcome,
} from '../../use-cases/change-product.ts';
import { mount } from '../contract-route.ts';
import { etag, staleProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { presentProduct } from '../present/present-product.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const staleWords = {
  ru: 'Продукт уже изменили. Посмотрите, что стало, и повторите.',
  en: 'The product has changed meanwhile. Look at what it is now, and try again.',
} as const;

const wordsOf = (request: FastifyRequest, refusal: ProductRefusal): string =>
  productRefusalWords(refusal)[languageOf(request)];

/** Why it was not done. */
const problemOf = (
  request: FastifyRequest,
  outcome: Exclude<ProductOutcome<never>, { readonly kind: 'done' }>,
): ProblemAnswer => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'stale':
      return staleProblem(request, outcome.version, staleWords);
    case 'refused':
      return new ProblemAnswer('state', {
        refusal: outcome.refusal.code,
        detail: wordsOf(request, outcome.refusal),
      });
    case 'wrong':
      return new ProblemAnswer('invalid-request', {
        errors: outcome.fields.map(({ pointer, refusal }) => ({
          pointer,
          code: refusal.code,
          detail: wordsOf(request, refusal),
        })),
      });
  }
};

/** What was done, with the product's new version; a refusal is thrown as the problem it is. */
const answer = <A extends { readonly version: number }>(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  outcome: ProductOutcome<A>,
): A => {
  if (outcome.kind !== 'done') throw problemOf(request, outcome);
  reply.header('etag', etag(outcome.answer.version));
  return outcome.answer;
};

export const productRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getProducts, async ({ deskId }) => {
    const rows = await context.db.askDesk(deskId, (q) => catalogueRows(q, deskId));
    const now = context.now();
    const { regulation } = await context.regulations.inForce(deskId, now);
    return {
      products: rows.map((row) => presentProduct(row, regulation, now)),
      clause: regulation.productsClause,
      suite: suiteOf(regulation),
    };
  });

  mount(app, deps, endpoints.createProduct, async (call) => {
    const { deskId, body, idempotency } = call;
    return answer(call, await createProduct(context, { deskId, name: body.name, idempotency }));
  });

  mount(app, deps, endpoints.changeProduct, async (call) => {
    const { deskId, params, body: change, version: seenVersion } = call;
    const { productId } = params;
    return answer(call, await changeProduct(context, { deskId, productId, change, seenVersion }));
  });

  mount(app, deps, endpoints.createProductVersion, async (call) => {
    const { deskId, params, body: facts, idempotency } = call;
    const { productId } = params;
    return answer(call, await createProductVersion(context, { deskId, productId, facts, idempotency }));
  });

  mount(app, deps, endpoints.changeProductVersion, async (call) => {
    const { deskId, params, body: facts, version: seenVersion } = call;
    const { productId, productVersionId } = params;
    return answer(
      call,
      await changeProductVersion(context, { deskId, productId, productVersionId, facts, seenVersion }),
    );
  });
};
