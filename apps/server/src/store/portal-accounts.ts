import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from './database.ts';

/**
 * Whoever has proven that a mailbox is theirs is the person behind every contact with that address, at all desks. A contact that
 * has a person already keeps them. Across desks.
 *
 * @param email Lower-case.
 */
export const linkContacts = async (q: Queries, personId: PersonId, email: string): Promise<void> => {
  await q.query(
    'portal-link-contacts',
    `update contact c set person_id = $1 where c.email = $2 and c.person_id is null
       and not exists (select from contact o where o.desk_id = c.desk_id and o.person_id = $1)`,
    [personId, email],
  );
};

/** The same for the contact of one desk: its letter showed whose mailbox it is, and that is good there. */
export const linkContactOf = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  email: string,
): Promise<void> => {
  await q.query(
    'portal-link-contact-of',
    `update contact c set person_id = $2 where c.desk_id = $1 and c.email = $3 and c.person_id is null
       and not exists (select from contact o where o.desk_id = c.desk_id and o.person_id = $2)`,
    [deskId, personId, email],
  );
};

/** Somebody sees the tickets of all colleagues, in every company for which they speak and whose rule goes by role. Across desks. */
export const nameSupervisor = async (q: Queries, personId: PersonId): Promise<void> => {
  await q.query(
    'portal-name-supervisor',
    `update contact_of_company s set role = 'supervisor' from contact c
     where c.person_id = $1 and s.desk_id = c.desk_id and s.contact_id = c.contact_id`,
    [personId],
  );
};
