import {
  certificateRefusalWords,
  daysLeft,
  type CertificateId,
  type CertificateRefusal,
  type CompanyId,
  foldActNumber,
} from '@reglament/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { supportCertificate } from '../../store/queries/support-page.ts';
import { clauseSentence } from '../../text/regulation-names.ts';
import type { Context } from '../../use-cases/context.ts';
import { askSales } from '../../use-cases/ask-sales.ts';
import { declareOwnIntent } from '../../use-cases/declare-own-intent.ts';
import { registerOwn } from '../../use-cases/register-own.ts';
import {
  type ActRenewal,
  type ActSent,
  previewRenewalByAct,
  renewByAct,
} from '../../use-cases/renew-by-act.ts';
import { visibleCompanies } from '../../use-cases/visible-companies.ts';
import { sendErrorPage } from '../error-page.ts';
import { languageQuery } from '../show-status.ts';
import { readMonths } from './act-form.ts';
import { knowsKeys } from './entry-page.ts';
import type { OpenedSupport } from './open-support-link.ts';
import type { ReadFields } from './read-fields.ts';
import { salesQuestion } from './sales-question.ts';
import { plainView, showSupport, type SupportShown } from './show-support.ts';
import { supportWords } from './support-words.ts';
import { understandNumber } from './understand-registration.ts';

export const supportForms = ['intent', 'renew', 'register', 'buy'] as const;
export type SupportForm = (typeof supportForms)[number];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One form that came from somebody's own page. */
export interface TakenForm {
  readonly context: Context;
  readonly opened: OpenedSupport;
  readonly path: string;
  readonly form: ReadFields;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** After something was done: letters may be owed. */
  readonly wakeOutbox: () => void;
}

/** A form shown once is one form, whatever came back with it. */
const keyOf = ({ opened }: TakenForm, key: string) => ({
  key: `page:${opened.contact.contactId}:${key}`,
  requestHash: 'form',
});

const done = ({ path, request, reply, wakeOutbox }: TakenForm, said: string): FastifyReply => {
  wakeOutbox();
  const query = languageQuery(request);
  return reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(`${path}${query === '' ? '?' : `${query}&`}done=${said}`, 303);
};

const back = ({ context, opened, path, request, reply }: TakenForm, shown: SupportShown) =>
  showSupport(context, opened, path, request, reply, shown);

/** A refusal with the rule behind it. */
const refusalWords = async (taken: TakenForm, refusal: CertificateRefusal): Promise<string> => {
  const { context, opened, request } = taken;
  const { regulation, language } = await plainView(context, opened.desk, request);
  const says = certificateRefusalWords(refusal, regulation.zone, language);
  const clause = clauseSentence(regulation, refusal.clause, language);
  return clause === '' ? says : `${says} ${clause}`;
};

const takeIntent = async (taken: TakenForm, key: string): Promise<FastifyReply> => {
  const { context, opened, form, request, reply } = taken;
  const { certificate = '' } = form.fields;
  if (!uuid.test(certificate)) return sendErrorPage(request, reply, 400);
  const outcome = await declareOwnIntent(context, {
    deskId: opened.desk.deskId,
    contact: opened.contact,
    certificateId: certificate as CertificateId,
    idempotency: keyOf(taken, key),
  });
  if (outcome.kind === 'done') return done(taken, 'intent');
  const refused =
    outcome.kind === 'refused'
      ? await refusalWords(taken, outcome.refusal)
      : (await plainView(context, opened.desk, request)).words.over[0];
  return back(taken, { status: outcome.kind === 'refused' ? 409 : 404, refused });
};

/** What is left of a certificate now; null: nothing that a renewal could lose. */
const unusedOf = async ({ context, opened }: TakenForm, certificateId: CertificateId) => {
  const { deskId } = opened.desk;
  const now = context.now();
  const { regulation } = await context.regulations.inForce(deskId, now);
  const certificate = await context.db.inDesk(deskId, (q) => supportCertificate(q, deskId, certificateId));
  const days = certificate === null ? null : daysLeft(certificate, now, certificate.zone ?? regulation.zone);
  return days === null || days === 0 ? null : { months: 0, days };
};

const refuseAct = async (
  taken: TakenForm,
  certificateId: CertificateId,
  no: Exclude<ActSent, { readonly kind: 'done' }>,
): Promise<FastifyReply> => {
  const { context, opened, form, request } = taken;
  const { words } = await plainView(context, opened.desk, request);
  const typed = { fields: form.fields, text: '', faults: {} };
  if (no.kind === 'not-found') return back(taken, { status: 404, refused: words.over[0] });
  const refused =
    no.kind === 'named-before' ? `${words.actBefore} №${no.number}.` : await refusalWords(taken, no.refusal);
  return back(taken, {
    status: 409,
    typed,
    act: { certificateId, refused, judged: null, unused: null },
  });
};

const takeAct = async (taken: TakenForm, key: string): Promise<FastifyReply> => {
  const { context, opened, form, request, reply } = taken;
  const { certificate = '', act = '', issuer, names, months = '', step } = form.fields;
  if (!uuid.test(certificate)) return sendErrorPage(request, reply, 400);
  const certificateId = certificate as CertificateId;
  const term = readMonths(months);
  if (foldActNumber(act) === '' || term === null) {
    const faults = {
      ...(foldActNumber(act) === '' ? { act: 'act' as const } : {}),
      ...(term === null ? { months: 'months' as const } : {}),
    };
    return back(taken, {
      status: 422,
      typed: { fields: form.fields, text: '', faults },
      act: { certificateId, refused: null, judged: null, unused: null },
    });
  }
  const input: ActRenewal = {
    deskId: opened.desk.deskId,
    contact: opened.contact,
    certificateId,
    act: {
      number: act,
      issuer: issuer === 'partner' ? 'partner' : 'vendor',
      namesSupport: names === 'yes',
      term,
    },
  };
  if (step === 'send') {
    const sent = await renewByAct(context, { ...input, idempotency: keyOf(taken, key), via: 'link' });
    return sent.kind === 'done' ? done(taken, `act&n=${sent.number}`) : refuseAct(taken, certificateId, sent);
  }
  const preview = await previewRenewalByAct(context, input);
  if (preview.kind !== 'judged') return refuseAct(taken, certificateId, preview);
  return back(taken, {
    status: 200,
    typed: { fields: form.fields, text: '', faults: {} },
    act: {
      certificateId,
      refused: null,
      judged: preview.judged,
      unused: await unusedOf(taken, certificateId),
    },
  });
};

const takeNumber = async (taken: TakenForm, key: string): Promise<FastifyReply> => {
  const { context, opened, form, request } = taken;
  const view = await plainView(context, opened.desk, request);
  const { what, number, faults } = understandNumber(form, knowsKeys(view));
  if (Object.keys(faults).length > 0)
    return back(taken, { status: 422, typed: { fields: form.fields, text: '', faults } });
  const placed = await registerOwn(context, {
    deskId: opened.desk.deskId,
    contact: opened.contact,
    companyId: (form.fields['company'] as CompanyId | undefined) ?? null,
    what,
    number,
    idempotency: keyOf(taken, key),
    via: 'link',
  });
  if (placed === null) return back(taken, { status: 409, refused: supportWords[view.language].notListed });
  return done(taken, placed.kind === 'kept' ? `kept&n=${placed.number}` : placed.kind);
};

const takeQuestion = async (taken: TakenForm, key: string): Promise<FastifyReply> => {
  const { context, opened, form, request } = taken;
  const { desk, contact } = opened;
  const { regulation } = await plainView(context, desk, request);
  if (form.text === '')
    return back(taken, {
      status: 422,
      typed: { fields: form.fields, text: '', faults: { text: 'text' } },
    });
  const companies = visibleCompanies(contact, regulation);
  const company = companies.find(({ companyId }) => companyId === form.fields['company']) ?? companies[0];
  await askSales(context, {
    deskId: desk.deskId,
    ...salesQuestion(form, null, { name: contact.name, email: contact.email, phone: '' }),
    companyId: company?.companyId ?? null,
    idempotency: { key: `page:sales:${key}`, requestHash: 'form' },
    via: 'link',
  });
  return done(taken, 'buy');
};

/** Does what a form of somebody's own page asks for; a refusal keeps everything that was typed. */
export const takeSupportForm = (
  name: SupportForm,
  taken: TakenForm,
): Promise<FastifyReply> | FastifyReply => {
  const { key = '' } = taken.form.fields;
  if (!uuid.test(key)) return sendErrorPage(taken.request, taken.reply, 400);
  switch (name) {
    case 'intent':
      return takeIntent(taken, key);
    case 'renew':
      return takeAct(taken, key);
    case 'register':
      return takeNumber(taken, key);
    case 'buy':
      return takeQuestion(taken, key);
  }
};
