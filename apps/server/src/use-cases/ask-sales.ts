import {
  type CompanyId,
  type ContactId,
  type DeskId,
  guessDistrict,
  type InquiryTopic,
} from '@reglament/desk';
import { contactByEmail } from '../store/contacts.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
import { hintInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { onceMore } from './once-more.ts';
import { type OpenedInquiry, openInquiry } from './open-inquiry.ts';
import { type FormKey, type OwnWay, pageChannel } from './page-task.ts';

/** A question to sales from a page, with an account or without one. */
export interface AskSales {
  readonly deskId: DeskId;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly topic: InquiryTopic;
  readonly subject: string;
  /** The question, and whatever else was typed. */
  readonly text: string;
  /** The company that somebody with a link speaks for; null: what a stranger says of a company is only said. */
  readonly companyId: CompanyId | null;
  /** As typed: they say in which district to ask, where nobody knows the company. */
  readonly inn: string;
  readonly kpp: string;
  /** Sent twice it is one question. */
  readonly idempotency: FormKey;
  readonly via: OwnWay;
}

/** Keeps the question as a purchase inquiry, by the same rules as a letter to sales: no ticket, no clock (AO-2.1). */
export const askSales = async (context: Context, ask: AskSales): Promise<OpenedInquiry> => {
  const { deskId, companyId, topic, subject, text, idempotency } = ask;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const open = (): Promise<OpenedInquiry> =>
    context.db.inDesk(deskId, async (q) => {
      const kept = await keptResponse(q, deskId, idempotency.key);
      if (kept?.requestHash === idempotency.requestHash) return kept.response as OpenedInquiry;
      const { contactId, name } = await contactByEmail(q, {
        deskId,
        email: ask.email,
        name: ask.name,
        newId: context.newId,
      });
      const contact: { contactId: ContactId; companyId: CompanyId | null; name: string } = {
        contactId,
        companyId,
        name,
      };
      return openInquiry(context, q, {
        deskId,
        contact,
        district: companyId === null ? guessDistrict(ask.inn, ask.kpp === '' ? null : ask.kpp) : null,
        topic,
        channel: pageChannel(regulation, ask.via),
        subject,
        text,
        letterId: null,
        attachmentIds: [],
        receivedAt: context.now(),
        fromTicketId: null,
        actorId: null,
        idempotency,
      });
    });
  const opened = await onceMore(open);
  hintInquiry(context, deskId, opened.number);
  return opened;
};
