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

/** The desk's administrators, locked: of two that leave at once the second finds that they are the last. */
export const lockAdministrators = async (q: Queries, deskId: DeskId): Promise<readonly PersonId[]> =>
  (
    await q.query<{ person_id: PersonId }>(
      'staff-lock-administrators',
      `select s.person_id from staff s join person p on p.id = s.person_id
       where s.desk_id = $1 and s.role = 'administrator' and p.disabled_at is null order by s.person_id for update of s`,
      [deskId],
    )
  ).map((row) => row.person_id);

/** @returns false: nobody of that name works here. */
export const giveRole = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  role: Membership['role'],
): Promise<boolean> =>
  (
    await q.query(
      'staff-role',
      'update staff set role = $3 where desk_id = $1 and person_id = $2 returning person_id',
      [deskId, personId, role],
    )
  ).length > 0;

/** @returns false: nobody of that name works here. */
export const leaveStaff = async (q: Queries, deskId: DeskId, personId: PersonId): Promise<boolean> =>
  (
    await q.query(
      'staff-leave',
      'delete from staff where desk_id = $1 and person_id = $2 returning person_id',
      [deskId, personId],
    )
  ).length > 0;
