import type { ContactId, DeskId, Language } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Kinds of letters that a customer may do without; of colleagues' tickets only those are told who asked for it. */
export const optionalLetters = ['answer', 'deadline', 'certificate', 'colleague'] as const;
export type OptionalLetter = (typeof optionalLetters)[number];

/** What a contact says of themselves. */
export interface ContactProfile {
  readonly name: string;
  readonly email: string;
  /** E.164; empty: not known. */
  readonly phone: string;
  readonly language: Language | null;
  /** In which they see times; null: the desk's. */
  readonly zone: string | null;
  /** Letters that they do without. */
  readonly unwanted: readonly OptionalLetter[];
  /** Letters that they asked for. */
  readonly wanted: readonly OptionalLetter[];
}

/** null: the desk has no such contact, or it has no address. */
export const contactProfile = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
): Promise<ContactProfile | null> => {
  const [row] = await q.query<ContactProfile & Record<string, unknown>>(
    'contact-profile',
    `select c.name, c.email, c.phone, c.language, c.zone,
       array(select p.kind from contact_preference p where p.desk_id = c.desk_id and p.contact_id = c.contact_id and not p.by_mail order by p.kind) as unwanted,
       array(select p.kind from contact_preference p where p.desk_id = c.desk_id and p.contact_id = c.contact_id and p.by_mail order by p.kind) as wanted
     from contact c where c.desk_id = $1 and c.contact_id = $2 and c.email is not null`,
    [deskId, contactId],
  );
  return row ?? null;
};

/** Of these contacts those who do without a kind of letter. */
export const contactsWithout = async (
  q: Queries,
  deskId: DeskId,
  kind: OptionalLetter,
  contactIds: readonly ContactId[],
): Promise<ReadonlySet<ContactId>> => {
  const rows = await q.query<{ contactId: ContactId }>(
    'contacts-without-letters',
    `select contact_id as "contactId" from contact_preference
     where desk_id = $1 and kind = $2 and not by_mail and contact_id = any($3::uuid[])`,
    [deskId, kind, contactIds],
  );
  return new Set(rows.map(({ contactId }) => contactId));
};

/** A contact as the link of a letter finds them; null: forgotten, or without an address. */
export const subscriber = async (
  q: Queries,
  deskId: DeskId,
  contactId: string,
): Promise<{
  readonly contactId: ContactId;
  readonly email: string;
  readonly hasAccount: boolean;
} | null> => {
  const [row] = await q.query<{ contactId: ContactId; email: string; hasAccount: boolean }>(
    'contact-subscriber',
    `select contact_id as "contactId", email, person_id is not null as "hasAccount" from contact
     where desk_id = $1 and contact_id = $2 and email is not null`,
    [deskId, contactId],
  );
  return row ?? null;
};
