import { endpoints, type Webhook, type WebhookDelivery } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type DeliveryRow,
  deliveriesPage,
  type WebhookRow,
  webhooksOf,
} from '../../store/queries/webhooks.ts';
import {
  changeWebhook,
  createWebhook,
  endWebhook,
  MOST_WEBHOOKS,
  pingWebhook,
  replayWebhook,
  rotateWebhookSecret,
} from '../../use-cases/webhooks.ts';
import { mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import { etag, staleProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso, isoOrNull } from '../present/iso.ts';

const faultWords = {
  'not-a-url': { ru: 'Это не адрес.', en: 'This is not an address.' },
  'not-https': { ru: 'Нужен адрес с https.', en: 'The address has to be one of https.' },
  credentials: {
    ru: 'Имени и пароля в адресе быть не должно.',
    en: 'The address must not hold a name and a password.',
  },
  'private-address': {
    ru: 'Адрес ведёт во внутреннюю сеть. Вебхуки уходят только в интернет.',
    en: 'The address leads into a private network. Webhooks go to the Internet only.',
  },
  unresolvable: { ru: 'Имя узла не находится.', en: 'The host’s name can’t be found.' },
} as const;

const staleWords = {
  ru: 'Вебхук уже изменили. Посмотрите, что стало, и повторите.',
  en: 'The webhook has changed meanwhile. Look at what it is now, and try again.',
} as const;

const fullWords = {
  ru: `В службе уже ${MOST_WEBHOOKS} вебхуков. Удалите ненужные.`,
  en: `The desk has ${MOST_WEBHOOKS} webhooks already. Delete those that are not needed.`,
} as const;

/** @throws ProblemAnswer where the address can't be used. */
const checkUrl = async (deps: HttpDeps, request: FastifyRequest, url: string | undefined): Promise<void> => {
  if (url === undefined) return;
  const outcome = await deps.webhookTarget(url);
  if (outcome.ok) return;
  const detail = faultWords[outcome.fault][languageOf(request)];
  throw new ProblemAnswer('url-not-allowed', {
    detail,
    errors: [{ pointer: '/url', code: outcome.fault, detail }],
  });
};

const presentWebhook = (row: WebhookRow): Webhook => ({
  webhookId: row.webhookId,
  version: row.version,
  url: row.url,
  about: row.about,
  types: [...row.types] as Webhook['types'],
  createdAt: iso(row.createdAt),
  createdBy: row.createdBy,
  disabled:
    row.disabledAt === null || row.disabledBecause === null
      ? null
      : { at: iso(row.disabledAt), because: row.disabledBecause },
  lastSuccessAt: isoOrNull(row.lastSuccessAt),
  previousSecretUntil: isoOrNull(row.previousUntil),
  waiting: row.waiting,
  failed: row.failed,
});

const presentDelivery = (row: DeliveryRow): WebhookDelivery => ({
  deliveryId: row.deliveryId,
  type: row.type as WebhookDelivery['type'],
  at: iso(row.at),
  state: row.state,
  nextAt: row.state === 'waiting' ? iso(row.nextAt) : null,
  number: typeof row.data['number'] === 'number' ? row.data['number'] : null,
  attempts: row.attempts.map((one) => ({ ...one, at: iso(one.at) })),
});

const found = <T>(value: T | null): T => {
  if (value === null) throw new ProblemAnswer('not-found');
  return value;
};

const writingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.createWebhook, async ({ deskId, person, body, idempotency, request }) => {
    await checkUrl(deps, request, body.url);
    const made = await createWebhook(context, { deskId, by: person.personId, ...body, idempotency });
    if (made === null)
      throw new ProblemAnswer('state', {
        refusal: 'too-many-webhooks',
        detail: fullWords[languageOf(request)],
      });
    return made;
  });

  mount(app, deps, endpoints.changeWebhook, async ({ deskId, params, body, version, request, reply }) => {
    await checkUrl(deps, request, body.url);
    const { webhookId } = params;
    const outcome = await changeWebhook(context, { deskId, webhookId, seenVersion: version, change: body });
    if (outcome.kind === 'not-found') throw new ProblemAnswer('not-found');
    if (outcome.kind === 'stale') throw staleProblem(request, outcome.version, staleWords);
    reply.header('etag', etag(outcome.version));
    return { webhookId, version: outcome.version };
  });

  mount(app, deps, endpoints.deleteWebhook, async ({ deskId, params }) => {
    if (!(await endWebhook(context, { deskId, ...params }))) throw new ProblemAnswer('not-found');
    return null;
  });

  mount(app, deps, endpoints.rotateWebhookSecret, async ({ deskId, params: { webhookId }, idempotency }) =>
    found(await rotateWebhookSecret(context, { deskId, webhookId, idempotency })),
  );
};

const sendingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.pingWebhook, async ({ deskId, params: { webhookId }, idempotency }) => {
    const deliveryId = found(await pingWebhook(context, { deskId, webhookId, idempotency }));
    deps.wakeOutbox();
    return { deliveryId };
  });

  mount(app, deps, endpoints.replayWebhook, async ({ deskId, params, body, idempotency }) => {
    const what =
      body.what === 'one'
        ? { deliveryId: body.deliveryId, since: null, all: true }
        : { deliveryId: null, since: Date.parse(body.since) as Instant, all: body.all };
    const { webhookId } = params;
    const queued = found(await replayWebhook(context, { deskId, webhookId, ...what, idempotency }));
    if (queued === 0 && body.what === 'one') throw new ProblemAnswer('not-found');
    deps.wakeOutbox();
    return { queued };
  });
};

const readingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret } = deps.context;

  mount(app, deps, endpoints.getWebhooks, async ({ deskId }) => ({
    webhooks: (await db.askDesk(deskId, (q) => webhooksOf(q, deskId))).map(presentWebhook),
  }));

  mount(app, deps, endpoints.getWebhookDeliveries, async ({ deskId, params, query }) => {
    const { webhookId } = params;
    const list = `webhook ${webhookId} ${query.state ?? ''}`;
    const [at, deliveryId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after =
      deliveryId === undefined ? null : { at: Number(at) as Instant, deliveryId: String(deliveryId) };
    const state = query.state ?? null;
    const rows = found(
      await db.inDesk(deskId, (q) =>
        deliveriesPage(q, { deskId, webhookId, state, after, limit: query.limit + 1 }),
      ),
    );
    const { page, next } = pageOf(rows, { secret, list, limit: query.limit }, (row) => [
      row.at,
      row.deliveryId,
    ]);
    return {
      deliveries: page.map(presentDelivery),
      next,
    };
  });
};

export const webhookRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  readingRoutes(app, deps);
  writingRoutes(app, deps);
  sendingRoutes(app, deps);
};
