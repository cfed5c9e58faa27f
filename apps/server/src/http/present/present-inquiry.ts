import type { InquiryPage, InquirySummary } from '@reglament/contract';
import {
  addresseesOf,
  allowedOnInquiry,
  describeInquiryEvent,
  type Inquiry,
  type InquiryNames,
  type Regulation,
  unroutedTexts,
} from '@reglament/desk';
import type { InquiryPageRow, InquiryRow } from '../../store/queries/inquiries.ts';
import { presentClause } from './present-clause.ts';
import { iso } from './iso.ts';

/** An inquiry as lists show it. */
export const presentInquiryRow = (row: InquiryRow): InquirySummary => {
  const { inquiry } = row;
  return {
    inquiryId: inquiry.inquiryId,
    number: row.number,
    subject: row.subject,
    state: inquiry.state,
    topic: inquiry.topic,
    channel: inquiry.channel,
    company:
      inquiry.companyId === null || row.companyName === null
        ? null
        : { companyId: inquiry.companyId, name: row.companyName },
    contact: {
      contactId: inquiry.contactId,
      name: row.contactName,
      email: row.contactEmail ?? '',
      phone: row.contactPhone,
    },
    district: inquiry.district,
    addressee: inquiry.addressee,
    owner:
      inquiry.ownerId === null || row.ownerName === null
        ? null
        : { personId: inquiry.ownerId, name: row.ownerName },
    receivedAt: iso(row.receivedAt),
    lastMessageAt: iso(row.lastMessageAt),
    version: row.version,
  };
};

const namesOf = (row: InquiryPageRow): InquiryNames => ({
  person: (id) => row.people[id] ?? '—',
  company: (id) => row.companies[id] ?? '—',
  certificate: (id) => row.certificates[id] ?? '—',
  ticket: (id) => String(row.tickets[id] ?? '—'),
});

const presentUnrouted = (
  { unrouted }: Inquiry,
  { sales }: Regulation,
): InquiryPage['inquiry']['unrouted'] => {
  if (unrouted === null) return null;
  const [first] = sales?.inquiries ?? [];
  return { says: unroutedTexts[unrouted], clause: first?.clause ?? sales?.clause ?? null };
};

const deliveries = ['waiting', 'accepted', 'kept', 'failed', 'suppressed'] as const;

const deliveryOf = (outcome: string | null): (typeof deliveries)[number] | null =>
  deliveries.find((one) => one === outcome) ?? null;

const presentState = (row: InquiryPageRow, regulation: Regulation): InquiryPage['inquiry'] => {
  const { inquiry } = row;
  const { certificateId, partnerId, fromTicketId, becameTicketId } = inquiry;
  const number = (id: string | null): number | null => (id === null ? null : (row.tickets[id] ?? null));
  return {
    ...presentInquiryRow(row),
    unrouted: presentUnrouted(inquiry, regulation),
    fromTicket: number(fromTicketId),
    becameTicket: number(becameTicketId),
    certificate:
      certificateId === null ? null : { certificateId, number: row.certificates[certificateId] ?? '—' },
    partner: partnerId === null ? null : { companyId: partnerId, name: row.companies[partnerId] ?? '—' },
  };
};

/** Everything that an inquiry's page shows, by the regulation in force. */
export const presentInquiry = (row: InquiryPageRow, regulation: Regulation): InquiryPage => {
  const names = namesOf(row);
  return {
    inquiry: presentState(row, regulation),
    messages: row.messages.map(({ at, attachments, delivery, ...message }) => ({
      ...message,
      at: iso(at),
      attachments: [...attachments],
      delivery: deliveryOf(delivery),
    })),
    history: row.entries
      .map(({ seq, at, actor, event }) => ({
        seq,
        at: iso(at),
        actor,
        ...describeInquiryEvent(event, names),
      }))
      .toReversed(),
    addressees: addresseesOf(regulation.sales).map(({ to, districts, clause }) => ({
      to,
      districts: districts === null ? null : [...districts],
      clause: presentClause(regulation, clause),
    })),
    salesContacts: regulation.addresses
      .filter(({ purpose }) => purpose === 'sales')
      .map(({ channel, value, note, clause }) => ({ channel, value, note, clause: clause ?? '' })),
    priceList: regulation.sales?.priceList ?? null,
    partnersSell: (regulation.certificates?.offers ?? []).some(({ soldBy }) => soldBy.includes('partners')),
    staff: [...row.staff],
    allowed: [...allowedOnInquiry(row.inquiry, row.contactEmail !== null)],
  };
};
