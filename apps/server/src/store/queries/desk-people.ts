import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface DeskPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: 'dispatcher' | 'engineer' | 'lead' | 'administrator' | 'sales';
}

/** Everybody who works in a desk now, by name. */
export const deskPeople = (q: Queries, deskId: DeskId): Promise<readonly DeskPerson[]> =>
  q.query<DeskPerson & Record<string, unknown>>(
    'desk-people',
    `select s.person_id as "personId", p.name, s.role from staff s join person p on p.id = s.person_id
     where s.desk_id = $1 and p.disabled_at is null order by p.name, s.person_id limit 1000`,
    [deskId],
  );
