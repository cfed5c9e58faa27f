import type { MessageId } from '../ids.ts';
import type { Regulation } from '../regulation/regulation.ts';
import type { InquiryEvent } from './inquiry-events.ts';

/** Letters that an inquiry owes. */
export type InquiryNotice =
  /** The desk's own answer to whoever asked: keeps to the limits against loops (R8). */
  | { readonly kind: 'received'; readonly to: 'requester' }
  | { readonly kind: 'answer'; readonly to: 'requester'; readonly messageId: MessageId }
  /** To the address of sales that it goes to. */
  | { readonly kind: 'routed'; readonly to: 'addressee'; readonly address: string };

/**
 * Whether the desk may write to an address of sales: only to mailboxes that the regulation publishes. One that stands in
 * `sales` alone is a role whose mailbox its owner has not filled in yet; others are telephones.
 */
export const mayTellAddressee = (address: string, { addresses }: Regulation): boolean =>
  addresses.some(
    ({ channel, value }) => channel === 'email' && value.toLowerCase() === address.toLowerCase(),
  );

/** Which letters an event owes. */
export const inquiryNoticesOf = (event: InquiryEvent, regulation: Regulation): readonly InquiryNotice[] => {
  switch (event.type) {
    case 'InquiryOpened':
      return [{ kind: 'received', to: 'requester' }];
    case 'InquiryAnswered':
      return [{ kind: 'answer', to: 'requester', messageId: event.messageId }];
    case 'InquiryRouted':
      return mayTellAddressee(event.to, regulation)
        ? [{ kind: 'routed', to: 'addressee', address: event.to.toLowerCase() }]
        : [];
    case 'InquiryUnrouted':
    case 'InquiryDistrictNamed':
    case 'InquiryTopicNamed':
    case 'InquiryCompanyNamed':
    case 'InquiryHandedOver':
    case 'InquiryNoteAdded':
    case 'InquiryCustomerWrote':
    case 'InquiryRobotWrote':
    case 'InquiryReopened':
    case 'InquiryWon':
    case 'InquiryLost':
    case 'InquiryBecameTicket':
    case 'InquiryMoved':
      return [];
  }
};
