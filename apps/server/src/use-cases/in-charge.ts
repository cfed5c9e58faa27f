import type { PersonId } from '@reglament/desk';
import type { StaffMember } from '../store/alarms.ts';

/** Those of a part; where the desk has nobody of it, dispatchers and leads, and where not even those, everybody. */
export const inCharge = (
  staff: readonly StaffMember[],
  roles: readonly StaffMember['role'][],
): readonly PersonId[] => {
  const [first, second] = [roles, ['dispatcher', 'lead']].map((wanted) =>
    staff.filter(({ role }) => wanted.includes(role)),
  );
  const found = first?.length ? first : second?.length ? second : staff;
  return found.map(({ personId }) => personId);
};
