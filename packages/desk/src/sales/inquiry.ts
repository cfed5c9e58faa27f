import type { CertificateId, CompanyId, ContactId, InquiryId, PersonId, TicketId } from '../ids.ts';
import type { FederalDistrict } from '../regulation/certificate-rules.ts';
import type { ChannelId } from '../regulation/regulation.ts';

export type InquiryState = 'open' | 'answered' | 'won' | 'lost';

/** What somebody wants: support, the price list, another version of the product. */
export type InquiryTopic = 'support' | 'price-list' | 'upgrade';

/** Why nobody of the regulation's sales has it. */
export type UnroutedReason =
  /** The regulation parts sales by district, and nobody knows where the company is. */
  | 'district-unknown'
  /** No row of the regulation is for that district. */
  | 'district-not-served'
  /** The regulation names no address of sales. */
  | 'no-addresses';

/** A purchase inquiry: it has a number and people, and no clock. Texts stand elsewhere. */
export interface Inquiry {
  readonly inquiryId: InquiryId;
  readonly contactId: ContactId;
  /** null: nobody knows whose it is. */
  readonly companyId: CompanyId | null;
  readonly district: FederalDistrict | null;
  readonly topic: InquiryTopic;
  readonly channel: ChannelId;
  readonly state: InquiryState;
  /** The regulation's address that it goes to; null: not routed. */
  readonly addressee: string | null;
  /** null: routed. */
  readonly unrouted: UnroutedReason | null;
  /** Whoever of the desk answers it. */
  readonly ownerId: PersonId | null;
  /** The ticket that it was before. */
  readonly fromTicketId: TicketId | null;
  /** The ticket that it became. */
  readonly becameTicketId: TicketId | null;
  /** What was sold; null: nothing yet, or nothing of this desk. */
  readonly certificateId: CertificateId | null;
  /** The partner that sold it; null: the vendor itself. */
  readonly partnerId: CompanyId | null;
}
