import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface SupportPerson {
  readonly personId: PersonId;
  readonly name: string;
}

/** Whoever supports in a desk now, by name: those who may be given tickets. */
export const supportPeople = async (q: Queries, deskId: DeskId): Promise<readonly SupportPerson[]> =>
  q.query<SupportPerson & Record<string, unknown>>(
    'support-people',
    `select s.person_id as "personId", p.name from staff s join person p on p.id = s.person_id
     where s.desk_id = $1 and s.role <> 'sales' and p.disabled_at is null order by p.name, s.person_id`,
    [deskId],
  );
