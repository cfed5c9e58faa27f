import { endpoints, type PortalInquiry } from '@reglament/contract';
import { inquiryRefusalWords, topicNames } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { ownInquiries, ownInquiry, type OwnInquiryRow } from '../../store/queries/own-inquiries.ts';
import { answerOwnInquiry } from '../../use-cases/answer-own-inquiry.ts';
import { askSales } from '../../use-cases/ask-sales.ts';
import { mount } from '../contract-route.ts';
import { refusedProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ownContact } from '../own-contact.ts';
import { createPersonLimit } from '../person-limit.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso } from '../present/iso.ts';

const presentOwn = ({ inquiry, ...row }: OwnInquiryRow): PortalInquiry => ({
  number: row.number,
  subject: row.subject,
  state: inquiry.state,
  topic: inquiry.topic,
  company: row.companyName,
  receivedAt: iso(row.receivedAt),
  lastMessageAt: iso(row.lastMessageAt),
});

/** The company that is meant: the one named, which must be theirs, else their first; undefined: they have none. */
const meantOf = <C extends { readonly companyId: string }>(
  companies: readonly C[],
  named: string | null,
): C | undefined => {
  const company = named === null ? companies[0] : companies.find(({ companyId }) => companyId === named);
  if (company === undefined && named !== null)
    throw new ProblemAnswer('invalid-request', {
      errors: [{ pointer: '/companyId', code: 'unknown-company' }],
    });
  return company;
};

/** In a quarter of an hour: whoever wants to buy asks once, and somebody has to answer each. */
const MOST_INQUIRIES = 10;
const MOST_WORDS = 120;

/** Purchase inquiries of whoever asked them: nobody else's, also of the same company. */
export const portalSalesRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const asking = createPersonLimit(deps.context.db.plain, 'portal-inquiry', MOST_INQUIRIES);
  const saying = createPersonLimit(deps.context.db.plain, 'portal-inquiry-words', MOST_WORDS);
  mount(app, deps, endpoints.getPortalInquiries, async ({ deskId, customer }) => {
    const rows = await context.db.inDesk(deskId, (q) => ownInquiries(q, deskId, customer.contactId));
    return { inquiries: rows.map(presentOwn) };
  });

  mount(app, deps, endpoints.getPortalInquiry, async ({ deskId, customer, params }) => {
    const row = await context.db.inDesk(deskId, (q) =>
      ownInquiry(q, deskId, customer.contactId, params.inquiryNumber),
    );
    if (row === null) throw new ProblemAnswer('not-found');
    return {
      ...presentOwn(row),
      messages: row.messages.map(({ kind, at, attachments, ...message }) => ({
        ...message,
        at: iso(at),
        from: kind === 'customer' ? ('customer' as const) : ('sales' as const),
        attachments: [...attachments],
      })),
    };
  });

  mount(app, deps, endpoints.askPortalSales, async (call) => {
    const { deskId, customer, person, body, idempotency } = call;
    const { contact, companies } = await ownContact(context, deskId, customer);
    const company = meantOf(companies, body.companyId);
    await asking(person.personId);
    const opened = await askSales(context, {
      deskId,
      email: contact.email,
      name: contact.name,
      topic: body.topic,
      subject: `Вопрос из личного кабинета: ${topicNames[body.topic].ru}`,
      text: body.text.trim(),
      companyId: company?.companyId ?? null,
      inn: '',
      kpp: '',
      idempotency,
      via: 'account',
    });
    deps.wakeOutbox();
    return { number: opened.number };
  });

  mount(app, deps, endpoints.answerPortalInquiry, async (call) => {
    const { deskId, customer, person, params, body, idempotency, request } = call;
    await saying(person.personId);
    const { contact } = await ownContact(context, deskId, customer);
    const outcome = await answerOwnInquiry(context, {
      deskId,
      contact,
      number: params.inquiryNumber,
      text: body.text.trim(),
      idempotency,
    });
    if (outcome.kind === 'not-found') throw new ProblemAnswer('not-found');
    if (outcome.kind === 'refused')
      throw refusedProblem(outcome.refusal, inquiryRefusalWords(outcome.refusal)[languageOf(request)]);
    deps.wakeOutbox();
    return {};
  });
};
