import { endpoints } from '@reglament/contract';
import {
  cabinetOf,
  type CertificateId,
  certificateRefusalWords,
  type CertificateRefusal,
  type CompanyId,
  daysLeft,
  foldActNumber,
  stateAt,
} from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { knowsKeys } from '../../pages/support/entry-page.ts';
import { letterRowsTo } from '../../store/queries/certificate-letters.ts';
import { peopleNamedIn } from '../../store/queries/certificates.ts';
import { type HeldCertificate, heldCertificates } from '../../store/queries/support-page.ts';
import { declareOwnIntent } from '../../use-cases/declare-own-intent.ts';
import { previewRequest } from '../../use-cases/preview-request.ts';
import { registerOwn } from '../../use-cases/register-own.ts';
import { releaseFactsOf } from '../../use-cases/release-facts.ts';
import {
  type ActRenewal,
  type ActSent,
  previewRenewalByAct,
  renewByAct,
} from '../../use-cases/renew-by-act.ts';
import { inForceFor } from '../../use-cases/command-certificate.ts';
import { showCertificates } from '../../use-cases/show-certificates.ts';
import { type Call, mount } from '../contract-route.ts';
import { refusedProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { type OwnContact, ownContact } from '../own-contact.ts';
import { presentOwnCertificate, presentOwnSummary } from '../present/present-own-certificate.ts';
import { presentPreview } from '../present/present-preview.ts';
import { type Language, languageOf, ProblemAnswer } from '../problem-reply.ts';
import { isoOrNull } from '../present/iso.ts';

const heldBy = (deps: HttpDeps, deskId: Parameters<typeof ownContact>[1], { companies }: OwnContact) =>
  deps.context.db.inDesk(deskId, (q) =>
    heldCertificates(
      q,
      deskId,
      companies.map(({ companyId }) => companyId),
    ),
  );

/** Packages that open a cabinet: of what serves, and of what waits to begin. */
const cabinetBy = (deps: HttpDeps, { inForce }: OwnContact, held: readonly HeldCertificate[]) => {
  const now = deps.context.now();
  const live = held.filter(({ certificate }) => {
    const state = stateAt(certificate, now);
    return state === 'in-force' || state === 'loyalty' || state === 'not-begun';
  });
  return cabinetOf(
    inForce.regulation,
    live.map(({ certificate }) => certificate.packageId),
  );
};

const readingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getPortalCertificates, async ({ deskId, customer }) => {
    const own = await ownContact(context, deskId, customer);
    const held = await heldBy(deps, deskId, own);
    const shown = await showCertificates(context, deskId, held);
    const { regulation } = own.inForce;
    const { packages, ...cabinet } = cabinetBy(deps, own, held);
    const names = new Map(own.companies.map(({ companyId, name }) => [companyId, name]));
    const seen = new Set(names.keys());
    return {
      certificates: shown.map((one) =>
        presentOwnSummary(one, names.get(one.certificate.companyId) ?? '—', own.inForce),
      ),
      cabinet: {
        ...cabinet,
        packages: packages.flatMap((id) => regulation.packages.find((one) => one.id === id)?.name ?? []),
      },
      knowsKeys: knowsKeys({ regulation }),
      unlisted: own.contact.companies.filter(({ companyId }) => !seen.has(companyId)).map(({ name }) => name),
    };
  });

  mount(app, deps, endpoints.getPortalCertificate, async ({ deskId, customer, params }) => {
    const own = await ownContact(context, deskId, customer);
    const held = await heldBy(deps, deskId, own);
    const one = held.find(({ certificate }) => certificate.certificateId === params.certificateId);
    const company = own.companies.find(({ companyId }) => companyId === one?.certificate.companyId);
    if (one === undefined || company === undefined) throw new ProblemAnswer('not-found');
    const [shown] = await showCertificates(context, deskId, [one]);
    if (shown === undefined) throw new ProblemAnswer('not-found');
    const { certificateId, people } = one.certificate;
    const ofCertificate = await inForceFor(context, deskId, one.certificate);
    const about = await context.db.inDesk(deskId, async (q) => ({
      companyName: company.name,
      people: await peopleNamedIn(q, deskId, [], Object.values(people)),
      letters: await letterRowsTo(q, deskId, certificateId, own.contact.email, 50),
      releases: await releaseFactsOf(q, deskId, certificateId, ofCertificate, context.now()),
    }));
    return presentOwnCertificate(shown, about, own.inForce);
  });

  mount(app, deps, endpoints.getPortalCoverage, async ({ deskId, customer, query }) => {
    const own = await ownContact(context, deskId, customer);
    const { regulation, calendars } = own.inForce;
    const { companyId } = query;
    const company =
      companyId === undefined ? own.companies[0] : own.companies.find((one) => one.companyId === companyId);
    const channels = regulation.packages.flatMap((one) => one.channels.map(({ channel }) => channel));
    const channel =
      query.channel ??
      (channels.includes('portal') ? ('portal' as const) : (channels[0] ?? ('email' as const)));
    if (company === undefined) throw new ProblemAnswer('not-found');
    const asked = await previewRequest(context, {
      deskId,
      contactId: own.contact.contactId,
      companyId: company.companyId,
      channel,
      product: regulation.products.find((one) => one === query.product) ?? null,
      priority: regulation.priorities.find(({ id }) => id === query.priority)?.id ?? null,
    });
    if (asked === null) throw new ProblemAnswer('not-found');
    return presentPreview(asked, { regulation, calendars, now: context.now() });
  });
};

const refused = (own: OwnContact, refusal: CertificateRefusal, language: Language): ProblemAnswer =>
  refusedProblem(refusal, certificateRefusalWords(refusal, own.inForce.regulation.zone, language));

const before: Readonly<Record<Language, (number: number) => string>> = {
  ru: (number) => `Этот акт вы уже называли. Заявка: №${number}.`,
  en: (number) => `You have named this act before. Ticket: No. ${number}.`,
};

const refusedAct = (
  own: OwnContact,
  outcome: Exclude<ActSent, { readonly kind: 'done' }>,
  language: Language,
): ProblemAnswer => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'named-before':
      return new ProblemAnswer('state', {
        detail: before[language](outcome.number),
        refusal: 'act-named-before',
      });
    case 'refused':
      return refused(own, outcome.refusal, language);
  }
};

type ActCall = Call<typeof endpoints.previewPortalAct> | Call<typeof endpoints.sendPortalAct>;

const actOf = ({ deskId, params, body }: ActCall, { contact }: OwnContact): ActRenewal => {
  // Signs that mean nothing in a number leave nothing of it.
  if (foldActNumber(body.number) === '')
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/number', code: 'required' }] });
  const { number, issuer, namesSupport, months } = body;
  return {
    deskId,
    contact,
    certificateId: params.certificateId as CertificateId,
    act: { number, issuer, namesSupport, term: { count: months, unit: 'months' } },
  };
};

const renewingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.declarePortalIntent, async (call) => {
    const { deskId, customer, params, idempotency, request } = call;
    const own = await ownContact(context, deskId, customer);
    const outcome = await declareOwnIntent(context, {
      deskId,
      contact: own.contact,
      certificateId: params.certificateId as CertificateId,
      idempotency,
    });
    if (outcome.kind === 'not-found') throw new ProblemAnswer('not-found');
    if (outcome.kind === 'refused') throw refused(own, outcome.refusal, languageOf(request));
    deps.wakeOutbox();
    return {};
  });

  mount(app, deps, endpoints.previewPortalAct, async (call) => {
    const { deskId, customer, request } = call;
    const own = await ownContact(context, deskId, customer);
    const input = actOf(call, own);
    const preview = await previewRenewalByAct(context, input);
    if (preview.kind !== 'judged') throw refusedAct(own, preview, languageOf(request));
    const held = await heldBy(deps, deskId, own);
    const old = held.find(({ certificate }) => certificate.certificateId === input.certificateId);
    const zone = old?.certificate.zone ?? own.inForce.regulation.zone;
    const left = old === undefined ? null : daysLeft(old.certificate, context.now(), zone);
    const { startsAt, endsAt } = preview.judged.certificate;
    return { startsAt: isoOrNull(startsAt), endsAt: isoOrNull(endsAt), unusedDays: left === 0 ? null : left };
  });

  mount(app, deps, endpoints.sendPortalAct, async (call) => {
    const { deskId, customer, idempotency, request } = call;
    const own = await ownContact(context, deskId, customer);
    const sent = await renewByAct(context, { ...actOf(call, own), idempotency, via: 'account' });
    if (sent.kind !== 'done') throw refusedAct(own, sent, languageOf(request));
    deps.wakeOutbox();
    return { number: sent.number };
  });
};

const noCabinet: Readonly<Record<Language, string>> = {
  ru: 'По вашему пакету сертификаты регистрируют не в личном кабинете, а на странице поддержки без учётной записи.',
  en: 'By your package certificates are registered not in the cabinet but on the support page without an account.',
};

const registeringRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(
    app,
    deps,
    endpoints.registerPortalNumber,
    async ({ deskId, customer, body, idempotency, request }) => {
      const own = await ownContact(context, deskId, customer);
      const cabinet = cabinetBy(deps, own, await heldBy(deps, deskId, own));
      if (!cabinet.registers)
        throw new ProblemAnswer('refused', {
          detail: noCabinet[languageOf(request)],
          refusal: 'no-cabinet',
          ...(cabinet.clause === null ? {} : { clause: cabinet.clause }),
        });
      if (foldActNumber(body.number) === '')
        throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/number', code: 'required' }] });
      const companyId = body.companyId as CompanyId | null;
      // Another's company is as unknown as none.
      if (companyId !== null && !own.companies.some((one) => one.companyId === companyId))
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/companyId', code: 'unknown-company' }],
        });
      const isKey = body.what === 'key' && knowsKeys(own.inForce);
      const placed = await registerOwn(context, {
        deskId,
        contact: own.contact,
        companyId,
        what: isKey ? 'key' : 'certificate',
        number: body.number,
        idempotency,
        via: 'account',
      });
      if (placed === null) throw new ProblemAnswer('not-found');
      deps.wakeOutbox();
      return { kind: placed.kind, number: String(placed.number) };
    },
  );
};

/** What customers' companies hold: seen, registered, renewed; the same rules as on the page without an account. */
export const portalCertificateRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  readingRoutes(app, deps);
  renewingRoutes(app, deps);
  registeringRoute(app, deps);
};
