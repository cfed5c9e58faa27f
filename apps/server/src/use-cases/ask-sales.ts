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
import { pageChannel } from './page-task.ts';

/** A question to sales from a page without an account. */
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
  /** Of the form: sent twice it is one question. */
  readonly key: string;
}

/** Keeps the question as a purchase inquiry, by the same rules as a letter to sales: no ticket, no clock (AO-2.1). */
export const askSales = async (context: Context, ask: AskSales): Promise<void> => {
  const { deskId, companyId, topic, subject, text } = ask;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const key = `page:sales:${ask.key}`;
  const open = (): Promise<OpenedInquiry | null> =>
    context.db.inDesk(deskId, async (q) => {
      if ((await keptResponse(q, deskId, key)) !== null) return null;
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
        channel: pageChannel(regulation),
        subject,
        text,
        letterId: null,
        attachmentIds: [],
        receivedAt: context.now(),
        fromTicketId: null,
        actorId: null,
        idempotency: { key, requestHash: ask.email },
      });
    });
  const opened = await onceMore(open);
  if (opened !== null) hintInquiry(context, deskId, opened.number);
};
