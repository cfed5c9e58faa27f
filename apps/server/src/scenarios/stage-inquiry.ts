import type { InquiryCommandBody, InquiryPage } from '@reglament/contract';
import type { FederalDistrict, InquiryTopic, PersonId } from '@reglament/desk';
import { presentInquiry } from '../http/present/present-inquiry.ts';
import { lockCompany } from '../store/companies.ts';
import { inquiriesPage, inquiryPageRow } from '../store/queries/inquiries.ts';
import { letterFrom, openLetter, type OpenedLetter } from '../testing/letters/letter-from.ts';
import { addressOf } from '../testing/still-desk.ts';
import { addStaff } from '../testing/test-desk.ts';
import { changeCompany } from '../use-cases/change-company.ts';
import { openInquiryByStaff } from '../use-cases/open-inquiry-by-staff.ts';
import { sendTicketToSales } from '../use-cases/send-ticket-to-sales.ts';
import { staffInquiryCommand } from '../use-cases/staff-inquiry-command.ts';
import { Refused } from './refused.ts';
import type { Stage, StageCustomer } from './stage.ts';

/** A purchase inquiry as people of sales see and answer it. */
export interface StageInquiry {
  readonly number: number;
  readonly page: () => Promise<InquiryPage>;
  /** @throws Refused with code and clause. */
  readonly does: (body: InquiryCommandBody) => Promise<void>;
  /** What whoever asked got last. */
  readonly lastLetter: () => Promise<OpenedLetter>;
}

const sellers = new WeakMap<Stage, Promise<PersonId>>();
let sellersMade = 0;

/** The one person of sales on this stage. */
const sellerOf = (stage: Stage): Promise<PersonId> => {
  const known = sellers.get(stage);
  if (known !== undefined) return known;
  sellersMade += 1;
  const made = addStaff(
    stage.still.opened,
    stage.slug,
    'sales',
    `seller-${sellersMade}@${stage.slug}.example`,
  ).then(({ personId }) => personId);
  sellers.set(stage, made);
  return made;
};

const inquiryOnStage = (stage: Stage, number: number, email: string): StageInquiry => {
  const { still, slug } = stage;
  const { context } = still;
  const deskId = still.desk(slug);
  const row = async () => {
    const found = await context.db.inDesk(deskId, (q) => inquiryPageRow(q, deskId, number));
    if (found === null) throw new Error(`no inquiry ${number}`);
    return found;
  };
  return {
    number,
    page: async () => presentInquiry(await row(), await stage.regulation()),
    does: async (body) => {
      const outcome = await staffInquiryCommand(context, {
        deskId,
        number,
        person: { personId: await sellerOf(stage), name: 'Вера' },
        body,
        seenVersion: (await row()).version,
        idempotency: { key: context.newId(), requestHash: 'x' },
      });
      if (outcome.kind === 'refused') throw new Refused(outcome.refusal.code, outcome.refusal.clause);
      if (outcome.kind !== 'done') throw new Error(`the inquiry was not changed: ${outcome.kind}`);
      await still.deliver();
    },
    lastLetter: async () => {
      const last = still.sink.letters.findLast(({ to }) => to.includes(email));
      if (last === undefined) throw new Error(`nobody wrote to ${email}`);
      return openLetter(last);
    },
  };
};

/** A letter to the desk's address of sales. @throws when it became anything but an inquiry. */
export const writesToSales = async (
  stage: Stage,
  { email }: Pick<StageCustomer, 'email'>,
  text: string,
): Promise<StageInquiry> => {
  const { still, slug } = stage;
  const to = addressOf(slug).replace('@', '+sales@');
  const { outcome } = await still.receive(slug, letterFrom({ from: `Olga <${email}>`, to, text }));
  if (outcome !== 'inquiry') throw new Error(`the letter became ${outcome}`);
  const deskId = still.desk(slug);
  const [newest] = await still.context.db.inDesk(deskId, async (q) =>
    inquiriesPage(q, {
      deskId,
      list: 'all',
      personId: await sellerOf(stage),
      search: email,
      companyId: null,
      ticketNumber: null,
      after: null,
      limit: 1,
    }),
  );
  if (newest === undefined) throw new Error('the inquiry is not there');
  return inquiryOnStage(stage, newest.number, email);
};

/** Staff put down what somebody wants to buy: the form of the company's page and of calls. */
export const asksSales = async (
  stage: Stage,
  customer: StageCustomer,
  topic: InquiryTopic,
  text: string,
): Promise<StageInquiry> => {
  const { still, slug } = stage;
  const opened = await openInquiryByStaff(still.context, {
    deskId: still.desk(slug),
    personId: stage.engineer.personId,
    channel: 'phone',
    topic,
    requesterEmail: customer.email,
    requesterName: 'Olga',
    requesterPhone: '',
    companyId: customer.company?.companyId ?? null,
    district: null,
    subject: 'Покупка',
    text,
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (opened === null) throw new Error('the desk has no such company');
  await still.deliver();
  return inquiryOnStage(stage, opened.number, customer.email);
};

/** What a ticket asks for goes to sales. */
export const goesToSales = async (
  stage: Stage,
  ticketNumber: number,
  email: string,
  topic: InquiryTopic,
  answer: string | null = null,
): Promise<StageInquiry> => {
  const { still, slug } = stage;
  const sent = await sendTicketToSales(still.context, {
    deskId: still.desk(slug),
    number: ticketNumber,
    topic,
    answer,
    person: { personId: stage.engineer.personId, name: 'Инженер' },
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (sent.kind === 'refused') throw new Refused(sent.refusal.code, sent.refusal.clause);
  if (sent.kind !== 'opened') throw new Error(`no ticket ${ticketNumber}`);
  await still.deliver();
  return inquiryOnStage(stage, sent.opened.number, email);
};

/** Where the company of a customer is on record. */
export const standsIn = async (
  { still, slug }: Stage,
  { company }: StageCustomer,
  district: FederalDistrict | null,
): Promise<void> => {
  if (company === null) throw new Error('a stranger is nowhere on record');
  const { companyId, name } = company;
  const deskId = still.desk(slug);
  const seen = await still.context.db.inDesk(deskId, (q) => lockCompany(q, deskId, companyId));
  const facts = { name, inn: null, kpp: null, ogrn: null, district, city: '', zone: null };
  const outcome = await changeCompany(still.context, {
    deskId,
    companyId,
    change: { facts },
    seenVersion: seen?.version ?? 0,
  });
  if (outcome.kind !== 'done') throw new Error(`the district was not kept: ${outcome.kind}`);
};
