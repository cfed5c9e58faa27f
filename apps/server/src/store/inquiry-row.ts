import type { Inquiry } from '@reglament/desk';

/** The columns of `inquiry` that follow from the decider's state. */
export const inquiryColumns = [
  'company_id',
  'contact_id',
  'state',
  'district',
  'addressee',
  'owner_id',
  'body',
] as const;

/** An inquiry's state as its row holds it. */
export const inquiryRow = (
  inquiry: Inquiry,
): Readonly<Record<Exclude<(typeof inquiryColumns)[number], 'body'>, string | null>> & {
  readonly body: Inquiry;
} => ({
  company_id: inquiry.companyId,
  contact_id: inquiry.contactId,
  state: inquiry.state,
  district: inquiry.district,
  addressee: inquiry.addressee,
  owner_id: inquiry.ownerId,
  body: inquiry,
});
