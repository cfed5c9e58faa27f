import { endpoints, type ReplyOf } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { keptConcerns } from '../../store/queries/concerns.ts';
import { webhooksThatFell } from '../../store/queries/webhooks.ts';
import { notificationsOf } from '../../store/queries/notifications.ts';
import { kindsNotShown, type Tellings, tellingsOf } from '../../store/queries/notification-settings.ts';
import { concernWords } from '../../text/concern-words.ts';
import { changeTellings } from '../../use-cases/change-tellings.ts';
import { readNotifications } from '../../use-cases/read-notifications.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { iso } from '../present/iso.ts';

const presentConcerns = async (
  { context: { db, now, regulations } }: HttpDeps,
  deskId: DeskId,
): Promise<ReplyOf<typeof endpoints.getNotifications>['concerns']> => {
  const kept = await db.askDesk(deskId, (q) => keptConcerns(q, deskId));
  if (kept.length === 0) return [];
  const { regulation } = await regulations.inForce(deskId, now());
  return kept.map(({ key, concern, since }) => ({
    key,
    says: concernWords(concern, regulation),
    since: iso(since),
  }));
};

/** Webhooks that were switched off by what happened: nobody is told any more what they wanted to know. */
const fallenWebhooks = async (
  { context: { db } }: HttpDeps,
  deskId: DeskId,
): Promise<ReplyOf<typeof endpoints.getNotifications>['concerns']> =>
  (await db.askDesk(deskId, (q) => webhooksThatFell(q, deskId))).map(({ webhookId, url, since }) => ({
    key: `webhook:${webhookId}`,
    says: {
      ru: `Вебхук на ${new URL(url).host} выключен: его события не доходят. Посмотрите журнал доставки и включите его снова.`,
      en: `The webhook to ${new URL(url).host} is switched off: its events do not get through. Look at its log and switch it on again.`,
    },
    since: iso(since),
  }));

const settingsOf = ({ context: { db } }: HttpDeps, deskId: DeskId, personId: PersonId): Promise<Tellings> =>
  db.inDesk(deskId, async (q) => (await tellingsOf(q, deskId, [personId]))(personId));

const notificationsFor = ({ context: { db } }: HttpDeps, deskId: DeskId, personId: PersonId) =>
  db.inDesk(deskId, async (q) => {
    const tellings = (await tellingsOf(q, deskId, [personId]))(personId);
    return notificationsOf(q, deskId, personId, kindsNotShown(tellings));
  });

export const notificationRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(app, deps, endpoints.getNotifications, async ({ deskId, person, membership }) => ({
    notifications: (await notificationsFor(deps, deskId, person.personId)).map((n) => ({
      ...n,
      at: iso(n.at),
      dueAt: iso(n.dueAt),
    })),
    concerns:
      membership.role === 'administrator'
        ? [...(await presentConcerns(deps, deskId)), ...(await fallenWebhooks(deps, deskId))]
        : [],
  }));
  mount(app, deps, endpoints.readNotifications, async ({ deskId, person, body }) => {
    await readNotifications(deps.context, deskId, person.personId, body.ticketNumber ?? null);
    return null;
  });
  mount(app, deps, endpoints.getNotificationSettings, ({ deskId, person }) =>
    settingsOf(deps, deskId, person.personId),
  );
  mount(app, deps, endpoints.changeNotificationSettings, async ({ deskId, person, body }) => {
    await changeTellings(deps.context, deskId, person.personId, body);
    return settingsOf(deps, deskId, person.personId);
  });
};
