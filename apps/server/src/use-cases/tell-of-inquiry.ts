import type { DeskId, Inquiry, InquiryEvent, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { staffOf, type StaffMember } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import { insertInquiryNotification } from '../store/inquiries.ts';
import type { Context } from './context.ts';
import { inCharge } from './in-charge.ts';

interface Word {
  readonly kind: 'inquiry-came' | 'inquiry-wrote' | 'inquiry-handed-over';
  readonly threshold: string;
  readonly people: (staff: readonly StaffMember[]) => readonly PersonId[];
}

/** Whoever has it; while nobody does, sales. */
const itsPeople =
  ({ ownerId }: Inquiry) =>
  (staff: readonly StaffMember[]): readonly PersonId[] =>
    staff.some(({ personId }) => personId === ownerId) && ownerId !== null
      ? [ownerId]
      : inCharge(staff, ['sales']);

const wordOf = (event: InquiryEvent, inquiry: Inquiry, at: Instant): Word | null => {
  if (event.type === 'InquiryOpened')
    return {
      kind: 'inquiry-came',
      threshold: event.messageId,
      // Where nobody knows to whom it goes, a dispatcher chooses.
      people: (staff) => inCharge(staff, inquiry.addressee === null ? ['sales', 'dispatcher'] : ['sales']),
    };
  if (event.type === 'InquiryCustomerWrote' || event.type === 'InquiryRobotWrote')
    return { kind: 'inquiry-wrote', threshold: event.messageId, people: itsPeople(inquiry) };
  if (event.type === 'InquiryHandedOver')
    return {
      kind: 'inquiry-handed-over',
      threshold: `${event.ownerId} ${at}`,
      people: (staff) => staff.filter((s) => s.personId === event.ownerId).map((s) => s.personId),
    };
  return null;
};

/** People are told once of what happened to an inquiry, in the transaction that did it; nobody of what they did themselves. */
export const tellOfInquiry = async (
  context: Context,
  q: Queries,
  told: {
    readonly deskId: DeskId;
    readonly inquiry: Inquiry;
    readonly events: readonly InquiryEvent[];
    readonly at: Instant;
    readonly actorId: PersonId | null;
  },
): Promise<void> => {
  const { deskId, inquiry, at, actorId } = told;
  const words = told.events.flatMap((event) => wordOf(event, inquiry, at) ?? []);
  if (words.length === 0) return;
  const staff = await staffOf(q, [deskId]);
  for (const { kind, threshold, people } of words)
    for (const personId of people(staff).filter((one) => one !== actorId))
      await insertInquiryNotification(q, {
        deskId,
        notificationId: context.newId(),
        personId,
        inquiryId: inquiry.inquiryId,
        kind,
        threshold,
        at,
      });
};
