import type { ContactId, DeskId, Language } from '@reglament/desk';
import type { Queries } from './database.ts';
import type { OptionalLetter } from './queries/contact-profiles.ts';

/** What somebody says of themselves; absent: as it is. */
export interface ProfileChange {
  readonly name?: string;
  /** E.164 or empty. */
  readonly phone?: string;
  readonly language?: Language;
  /** null: the desk's. */
  readonly zone?: string | null;
  readonly letters?: Readonly<Partial<Record<OptionalLetter, boolean>>>;
}

/** Writes what a contact says of themselves. */
export const changeProfile = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  { name, phone, language, zone, letters = {} }: ProfileChange,
): Promise<void> => {
  await q.query(
    'contact-profile-change',
    `update contact set name = coalesce($3, name), phone = coalesce($4, phone), language = coalesce($5, language),
       zone = case when $6::boolean then $7 else zone end
     where desk_id = $1 and contact_id = $2`,
    [deskId, contactId, name ?? null, phone ?? null, language ?? null, zone !== undefined, zone ?? null],
  );
  for (const [kind, byMail] of Object.entries(letters))
    await q.query(
      'contact-preference-set',
      `insert into contact_preference (desk_id, contact_id, kind, by_mail) values ($1, $2, $3, $4)
       on conflict (desk_id, contact_id, kind) do update set by_mail = excluded.by_mail`,
      [deskId, contactId, kind, byMail],
    );
};
