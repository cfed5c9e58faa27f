import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from './database.ts';
import type { Membership } from './queries/desks.ts';

/** The person works in the desk from now on; whoever does already keeps their part. */
export const joinStaff = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  role: Membership['role'],
): Promise<void> => {
  await q.query(
    'staff-join',
    'insert into staff (desk_id, person_id, role) values ($1, $2, $3) on conflict (desk_id, person_id) do nothing',
    [deskId, personId, role],
  );
};
