import type {
  CertificateId,
  CompanyId,
  ContactId,
  InquiryId,
  MessageId,
  PersonId,
  TicketId,
} from '../ids.ts';
import type { FederalDistrict } from '../regulation/certificate-rules.ts';
import type { ChannelId, ClauseId } from '../regulation/regulation.ts';
import type { Inquiry, InquiryTopic, UnroutedReason } from './inquiry.ts';

/** What is known of an inquiry when it comes. */
export interface InquiryFacts {
  readonly inquiryId: InquiryId;
  readonly contactId: ContactId;
  readonly companyId: CompanyId | null;
  readonly district: FederalDistrict | null;
  readonly topic: InquiryTopic;
  readonly channel: ChannelId;
  readonly messageId: MessageId;
  readonly fromTicketId: TicketId | null;
}

/** What happened to an inquiry. Bodies hold ids, never texts or people. */
export type InquiryEvent =
  | ({ readonly type: 'InquiryOpened' } & InquiryFacts)
  | {
      readonly type: 'InquiryRouted';
      readonly to: string;
      readonly clause: ClauseId;
      /** `person`: somebody chose the address. */
      readonly by: 'rule' | 'person';
    }
  | {
      readonly type: 'InquiryUnrouted';
      readonly because: UnroutedReason;
      readonly clause: ClauseId | null;
    }
  | { readonly type: 'InquiryDistrictNamed'; readonly district: FederalDistrict }
  | { readonly type: 'InquiryTopicNamed'; readonly topic: InquiryTopic }
  | { readonly type: 'InquiryCompanyNamed'; readonly companyId: CompanyId }
  | {
      readonly type: 'InquiryHandedOver';
      readonly ownerId: PersonId;
      readonly messageId: MessageId | null;
    }
  | { readonly type: 'InquiryAnswered'; readonly messageId: MessageId }
  | { readonly type: 'InquiryNoteAdded'; readonly messageId: MessageId }
  | {
      readonly type: 'InquiryCustomerWrote';
      readonly messageId: MessageId;
      readonly contactId: ContactId;
    }
  | {
      readonly type: 'InquiryRobotWrote';
      readonly messageId: MessageId;
      readonly nature: 'auto-reply' | 'bounce';
    }
  | { readonly type: 'InquiryReopened'; readonly cause: 'customer' | 'staff' }
  | {
      readonly type: 'InquiryWon';
      readonly certificateId: CertificateId | null;
      readonly partnerId: CompanyId | null;
    }
  | { readonly type: 'InquiryLost'; readonly messageId: MessageId }
  /** It was a request for support: a ticket of its own goes on with it. */
  | { readonly type: 'InquiryBecameTicket'; readonly ticketId: TicketId }
  /** Two records of one company were made one, or one was made two again. */
  | { readonly type: 'InquiryMoved'; readonly companyId: CompanyId; readonly from: CompanyId };

const opened = (facts: InquiryFacts): Inquiry => ({
  inquiryId: facts.inquiryId,
  contactId: facts.contactId,
  companyId: facts.companyId,
  district: facts.district,
  topic: facts.topic,
  channel: facts.channel,
  state: 'open',
  addressee: null,
  unrouted: null,
  ownerId: null,
  fromTicketId: facts.fromTicketId,
  becameTicketId: null,
  certificateId: null,
  partnerId: null,
});

/** The inquiry after an event. Asks no regulation and no calendar. */
export const evolveInquiry = (before: Inquiry | null, event: InquiryEvent): Inquiry => {
  if (event.type === 'InquiryOpened') return opened(event);
  if (before === null) throw new Error(`${event.type} of an inquiry that was never opened`);
  switch (event.type) {
    case 'InquiryRouted':
      return { ...before, addressee: event.to, unrouted: null };
    case 'InquiryUnrouted':
      return { ...before, addressee: null, unrouted: event.because };
    case 'InquiryDistrictNamed':
      return { ...before, district: event.district };
    case 'InquiryTopicNamed':
      return { ...before, topic: event.topic };
    case 'InquiryCompanyNamed':
    case 'InquiryMoved':
      return { ...before, companyId: event.companyId };
    case 'InquiryHandedOver':
      return { ...before, ownerId: event.ownerId };
    case 'InquiryAnswered':
      return { ...before, state: 'answered' };
    case 'InquiryCustomerWrote':
      return { ...before, state: before.state === 'answered' ? 'open' : before.state };
    case 'InquiryNoteAdded':
    case 'InquiryRobotWrote':
      return before;
    case 'InquiryReopened':
      return { ...before, state: 'open' };
    case 'InquiryWon':
      return { ...before, state: 'won', certificateId: event.certificateId, partnerId: event.partnerId };
    case 'InquiryLost':
      return { ...before, state: 'lost' };
    case 'InquiryBecameTicket':
      return { ...before, state: 'lost', becameTicketId: event.ticketId };
  }
};
