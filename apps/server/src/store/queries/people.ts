import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** What an address is to a desk. */
export interface KnownThere {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly isStaff: boolean;
  /** What the desk's contact with this address is called; null: it has none. */
  readonly contactName: string | null;
  /** The contact speaks for a company. */
  readonly ofCompany: boolean;
}

/** An address in every desk, the oldest first, and whether the person behind it may sign in. Across desks. */
export const whoIsAddress = async (
  q: Queries,
  email: string,
): Promise<{
  readonly personId: PersonId | null;
  readonly disabled: boolean;
  readonly desks: readonly KnownThere[];
}> => {
  const rows = await q.query<
    KnownThere & { readonly personId: PersonId | null; readonly disabled: boolean } & Record<string, unknown>
  >(
    'person-of-address',
    `select d.desk_id as "deskId", d.slug, p.id as "personId", coalesce(p.disabled_at is not null, false) as disabled,
       s.person_id is not null as "isStaff", c.name as "contactName",
       exists (select 1 from contact_of_company o where o.desk_id = c.desk_id and o.contact_id = c.contact_id) as "ofCompany"
     from desk d left join person p on p.email = $1
       left join staff s on s.desk_id = d.desk_id and s.person_id = p.id
       left join contact c on c.desk_id = d.desk_id and c.email = $1
     order by d.created_at, d.slug`,
    [email],
  );
  const [first] = rows;
  return {
    personId: first?.personId ?? null,
    disabled: first?.disabled ?? false,
    desks: rows.map(({ deskId, slug, isStaff, contactName, ofCompany }) => ({
      deskId,
      slug,
      isStaff,
      contactName,
      ofCompany,
    })),
  };
};

/** Whether there is somebody with this address, however they sign in. */
export const hasAccount = async (q: Queries, email: string): Promise<boolean> =>
  (await q.query('person-has-account', 'select 1 from person where email = $1', [email])).length > 0;
