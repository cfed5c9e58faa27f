import type { CertificateId, CompanyId, ContactId, MessageId, PersonId, TicketId } from '../ids.ts';
import type { FederalDistrict } from '../regulation/certificate-rules.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { evolveInquiry, type InquiryEvent, type InquiryFacts } from './inquiry-events.ts';
import { acceptInquiry, type InquiryDecision, refuseInquiry } from './inquiry-refusals.ts';
import type { Inquiry, InquiryTopic } from './inquiry.ts';
import { addresseesOf, routeInquiry } from './route-inquiry.ts';

/** What can be asked of an inquiry. Messages are kept apart from the journal and named by id. */
export type InquiryCommand =
  | { readonly type: 'Open'; readonly facts: InquiryFacts }
  | { readonly type: 'ChooseDistrict'; readonly district: FederalDistrict }
  | { readonly type: 'ChooseAddressee'; readonly to: string }
  | { readonly type: 'NameTopic'; readonly topic: InquiryTopic }
  /** `district`: the company's own; null: not known. */
  | {
      readonly type: 'NameCompany';
      readonly companyId: CompanyId;
      readonly district: FederalDistrict | null;
    }
  | { readonly type: 'HandOver'; readonly ownerId: PersonId; readonly messageId: MessageId | null }
  | {
      readonly type: 'Answer';
      readonly messageId: MessageId;
      readonly personId: PersonId;
      readonly hasAddress: boolean;
    }
  | { readonly type: 'AddNote'; readonly messageId: MessageId }
  | { readonly type: 'CustomerWrites'; readonly messageId: MessageId; readonly contactId: ContactId }
  | {
      readonly type: 'RecordRobot';
      readonly messageId: MessageId;
      readonly nature: 'auto-reply' | 'bounce';
    }
  | {
      readonly type: 'CloseWon';
      readonly certificate: {
        readonly certificateId: CertificateId;
        readonly companyId: CompanyId;
      } | null;
      /** `standing`: whether it stands as a partner today. */
      readonly partner: { readonly companyId: CompanyId; readonly standing: boolean } | null;
    }
  | { readonly type: 'CloseLost'; readonly messageId: MessageId }
  | { readonly type: 'Reopen' }
  | { readonly type: 'BecomeTicket'; readonly ticketId: TicketId };

export interface InquiryWorld {
  readonly regulation: Regulation;
}

type CommandOf<T extends InquiryCommand['type']> = Extract<InquiryCommand, { readonly type: T }>;
type Decided = InquiryDecision<readonly InquiryEvent[]>;

const isClosed = ({ state }: Inquiry): boolean => state === 'won' || state === 'lost';

/** Where the rules send it; nothing where it already goes there. */
const routed = (inquiry: Inquiry, { regulation }: InquiryWorld): readonly InquiryEvent[] => {
  const route = routeInquiry(regulation.sales, inquiry.district);
  if (route.kind === 'routed')
    return route.to === inquiry.addressee
      ? []
      : [{ type: 'InquiryRouted', to: route.to, clause: route.clause, by: 'rule' }];
  return route.because === inquiry.unrouted
    ? []
    : [{ type: 'InquiryUnrouted', because: route.because, clause: route.clause }];
};

/** Events, then where the rules send the inquiry after them. */
const thenRouted = (
  inquiry: Inquiry | null,
  events: readonly InquiryEvent[],
  world: InquiryWorld,
): Decided => {
  const after = events.reduce<Inquiry | null>(evolveInquiry, inquiry);
  return acceptInquiry(after === null ? events : [...events, ...routed(after, world)]);
};

const nameCompany = (command: CommandOf<'NameCompany'>, inquiry: Inquiry, world: InquiryWorld): Decided => {
  const { companyId, district } = command;
  if (companyId === inquiry.companyId) return refuseInquiry('nothing-changes');
  const named: InquiryEvent = { type: 'InquiryCompanyNamed', companyId };
  // A district that somebody chose stands when the company's own is not known.
  return district === null || district === inquiry.district
    ? acceptInquiry([named])
    : thenRouted(inquiry, [named, { type: 'InquiryDistrictNamed', district }], world);
};

const chooseAddressee = (
  { to }: CommandOf<'ChooseAddressee'>,
  inquiry: Inquiry,
  { regulation }: InquiryWorld,
): Decided => {
  const row = addresseesOf(regulation.sales).find((one) => one.to === to);
  if (row === undefined) return refuseInquiry('unknown-addressee', regulation.sales?.clause ?? null);
  return to === inquiry.addressee
    ? refuseInquiry('nothing-changes')
    : acceptInquiry([{ type: 'InquiryRouted', to, clause: row.clause, by: 'person' }]);
};

const answered = (command: CommandOf<'Answer'>, inquiry: Inquiry): Decided => {
  if (!command.hasAddress) return refuseInquiry('no-customer-address');
  const { messageId, personId } = command;
  // Whoever answers a free inquiry has it from then on, as with tickets.
  const taken: readonly InquiryEvent[] =
    inquiry.ownerId === null ? [{ type: 'InquiryHandedOver', ownerId: personId, messageId: null }] : [];
  return acceptInquiry([...taken, { type: 'InquiryAnswered', messageId }]);
};

const won = (
  { certificate, partner }: CommandOf<'CloseWon'>,
  inquiry: Inquiry,
  { regulation }: InquiryWorld,
): Decided => {
  const offers = regulation.certificates?.offers ?? [];
  const clause = regulation.sales?.clause ?? regulation.certificates?.clause ?? null;
  if (certificate !== null && inquiry.companyId === null) return refuseInquiry('company-missing');
  if (certificate !== null && certificate.companyId !== inquiry.companyId)
    return refuseInquiry('certificate-of-another');
  if (partner !== null && !offers.some(({ soldBy }) => soldBy.includes('partners')))
    return refuseInquiry('sold-not-by-partners', clause);
  if (partner?.standing === false) return refuseInquiry('partner-without-standing', clause);
  return acceptInquiry([
    {
      type: 'InquiryWon',
      certificateId: certificate?.certificateId ?? null,
      partnerId: partner?.companyId ?? null,
    },
  ]);
};

/** What is possible while it is open or answered. */
const worked = (
  command: Exclude<
    InquiryCommand,
    { readonly type: 'Open' | 'AddNote' | 'CustomerWrites' | 'RecordRobot' | 'Reopen' }
  >,
  inquiry: Inquiry,
  world: InquiryWorld,
): Decided => {
  switch (command.type) {
    case 'ChooseDistrict':
      return command.district === inquiry.district
        ? refuseInquiry('nothing-changes')
        : thenRouted(inquiry, [{ type: 'InquiryDistrictNamed', district: command.district }], world);
    case 'ChooseAddressee':
      return chooseAddressee(command, inquiry, world);
    case 'NameTopic':
      return command.topic === inquiry.topic
        ? refuseInquiry('nothing-changes')
        : acceptInquiry([{ type: 'InquiryTopicNamed', topic: command.topic }]);
    case 'NameCompany':
      return nameCompany(command, inquiry, world);
    case 'HandOver':
      return command.ownerId === inquiry.ownerId
        ? refuseInquiry('nothing-changes')
        : acceptInquiry([
            { type: 'InquiryHandedOver', ownerId: command.ownerId, messageId: command.messageId },
          ]);
    case 'Answer':
      return answered(command, inquiry);
    case 'CloseWon':
      return won(command, inquiry, world);
    case 'CloseLost':
      return acceptInquiry([{ type: 'InquiryLost', messageId: command.messageId }]);
    case 'BecomeTicket':
      return acceptInquiry([{ type: 'InquiryBecameTicket', ticketId: command.ticketId }]);
  }
};

/** What a command does to an inquiry: events, or a refusal. Pure: ids, facts and the regulation are arguments. */
export const decideInquiry = (
  command: InquiryCommand,
  inquiry: Inquiry | null,
  world: InquiryWorld,
): Decided => {
  if (command.type === 'Open') return thenRouted(null, [{ type: 'InquiryOpened', ...command.facts }], world);
  if (inquiry === null) throw new Error(`${command.type} of an inquiry that was never opened`);
  switch (command.type) {
    case 'AddNote':
      return acceptInquiry([{ type: 'InquiryNoteAdded', messageId: command.messageId }]);
    case 'RecordRobot': {
      const { messageId, nature } = command;
      return acceptInquiry([{ type: 'InquiryRobotWrote', messageId, nature }]);
    }
    case 'CustomerWrites': {
      const { messageId, contactId } = command;
      const wrote: InquiryEvent = { type: 'InquiryCustomerWrote', messageId, contactId };
      // Whoever writes again wants something again.
      return acceptInquiry(
        isClosed(inquiry) ? [wrote, { type: 'InquiryReopened', cause: 'customer' }] : [wrote],
      );
    }
    case 'Reopen':
      return isClosed(inquiry)
        ? acceptInquiry([{ type: 'InquiryReopened', cause: 'staff' }])
        : refuseInquiry('inquiry-open');
    case 'ChooseDistrict':
    case 'ChooseAddressee':
    case 'NameTopic':
    case 'NameCompany':
    case 'HandOver':
    case 'Answer':
    case 'CloseWon':
    case 'CloseLost':
    case 'BecomeTicket': {
      if (!isClosed(inquiry)) return worked(command, inquiry, world);
      return refuseInquiry(inquiry.becameTicketId === null ? 'inquiry-closed' : 'became-ticket');
    }
  }
};

/** What staff may do to it now. */
export type InquiryAction =
  | 'choose-district'
  | 'choose-addressee'
  | 'name-topic'
  | 'name-company'
  | 'hand-over'
  | 'answer'
  | 'add-note'
  | 'close-won'
  | 'close-lost'
  | 'reopen'
  | 'become-ticket';

/** What staff may do to an inquiry as it stands. */
export const allowedOnInquiry = (inquiry: Inquiry, hasAddress: boolean): readonly InquiryAction[] =>
  isClosed(inquiry)
    ? ['add-note', 'reopen']
    : [
        ...(hasAddress ? (['answer'] as const) : []),
        'add-note',
        'hand-over',
        'name-topic',
        'name-company',
        'choose-district',
        'choose-addressee',
        'close-won',
        'close-lost',
        'become-ticket',
      ];
