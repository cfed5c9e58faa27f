/** Ids are UUIDs of version 7, minted by the parsers and the store only. */
type Id<Name extends string> = string & { readonly __brand: Name };

export type DeskId = Id<'DeskId'>;
export type TicketId = Id<'TicketId'>;
export type MessageId = Id<'MessageId'>;
export type LetterId = Id<'LetterId'>;
export type PersonId = Id<'PersonId'>;
export type ContactId = Id<'ContactId'>;
export type CompanyId = Id<'CompanyId'>;
export type CertificateId = Id<'CertificateId'>;
export type InquiryId = Id<'InquiryId'>;
export type RegulationVersionId = Id<'RegulationVersionId'>;
export type SiteId = Id<'SiteId'>;
export type ProposalId = Id<'ProposalId'>;
