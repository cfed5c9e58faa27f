import { type BodyOf, type DeskPage, endpoints } from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { deskDetails } from '../../store/queries/desks.ts';
import { changeDesk } from '../../use-cases/change-desk.ts';
import { tellAudit } from '../audit-change.ts';
import { etag, staleProblem } from '../change-problems.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

interface OfDesk {
  readonly deskId: DeskId;
  readonly slug: string;
}

const pageOf = async ({ context, mail }: HttpDeps, { deskId, slug }: OfDesk): Promise<DeskPage> => {
  const details = await context.db.inDesk(deskId, (q) => deskDetails(q, deskId));
  const set = mail.config[slug];
  return {
    ...details,
    slug,
    mailFixed: set?.address !== undefined,
    salesFixed: set?.['sales-address'] !== undefined,
  };
};

const words = {
  stale: {
    ru: 'Название или адреса уже изменили. Посмотрите, что стало, и сохраните снова.',
    en: 'The name or the addresses have been changed meanwhile. Look at what they are now, and save again.',
  },
  taken: { ru: 'По этому адресу уже пишут другой службе', en: 'Another desk goes by this address' },
  same: {
    ru: 'У службы и у отдела продаж должны быть разные адреса',
    en: 'The desk and its sales need different addresses',
  },
  fixed: {
    ru: 'Этот адрес задан в настройках сервера: здесь его не изменить',
    en: 'The server’s settings say this address: it can’t be changed here',
  },
} as const;

/** What the desk is to be called and where it is to be reached, for the audit log. */
const toldOf = ({ name, mailAddress, salesAddress }: BodyOf<typeof endpoints.changeDesk>): string =>
  [name === undefined ? null : `${name.ru} / ${name.en}`, mailAddress, salesAddress]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');

/** What a desk is called and by which addresses it is reached. */
export const deskRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(app, deps, endpoints.getDesk, async ({ membership, reply }) => {
    const page = await pageOf(deps, membership);
    reply.header('etag', etag(page.version));
    return page;
  });

  mount(app, deps, endpoints.changeDesk, async ({ deskId, membership, body, version, request, reply }) => {
    const language = languageOf(request);
    const wrong = (pointer: string, code: 'taken' | 'same' | 'fixed'): ProblemAnswer =>
      new ProblemAnswer('invalid-request', { errors: [{ pointer, code, detail: words[code][language] }] });
    const set = deps.mail.config[membership.slug];
    if (set?.address !== undefined && body.mailAddress !== undefined) throw wrong('/mailAddress', 'fixed');
    if (set?.['sales-address'] !== undefined && body.salesAddress !== undefined)
      throw wrong('/salesAddress', 'fixed');
    tellAudit(request, toldOf(body));
    const { name, mailAddress, salesAddress } = body;
    const change = { deskId, name, mailAddress, salesAddress, seenVersion: version };
    const changed = await changeDesk(deps.context, change);
    switch (changed.kind) {
      case 'stale':
        throw staleProblem(request, changed.version, words.stale);
      case 'wrong':
        throw wrong(changed.pointer, changed.code);
      case 'done': {
        await deps.mail.refresh();
        const page = await pageOf(deps, membership);
        reply.header('etag', etag(page.version));
        return page;
      }
    }
  });
};
