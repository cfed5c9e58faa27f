import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import { stillOpens } from './ways-in.ts';

/** What an address is to a desk. */
export interface KnownThere {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly isStaff: boolean;
  /** An invitation to work there waits for whoever has the address. */
  readonly isInvited: boolean;
  /** What the desk's contact with this address is called; null: it has none. */
  readonly contactName: string | null;
  /** The contact speaks for a company. */
  readonly ofCompany: boolean;
}

interface PersonKnown {
  /** null: nobody has an account with the address. */
  readonly personId: PersonId | null;
  readonly disabled: boolean;
  /** The only desks for which their password and factors stand; null: everywhere, or there is nobody. */
  readonly goodAt: readonly DeskId[] | null;
  /** They have a second factor. */
  readonly hasFactor: boolean;
}

/** What an address is: the person behind it, and every desk. */
export interface AddressKnown extends PersonKnown {
  readonly desks: readonly KnownThere[];
}

/** An address in every desk, the oldest first, and whether the person behind it may sign in. Across desks. */
export const whoIsAddress = async (q: Queries, email: string, now: Instant): Promise<AddressKnown> => {
  const rows = await q.query<KnownThere & PersonKnown & Record<string, unknown>>(
    'person-of-address',
    `select d.desk_id as "deskId", d.slug, p.id as "personId", coalesce(p.disabled_at is not null, false) as disabled, p.good_at as "goodAt",
       exists (select from person_totp t where t.person_id = p.id and t.confirmed_at is not null)
         or exists (select from person_passkey k where k.person_id = p.id) as "hasFactor",
       s.person_id is not null as "isStaff",
       exists (select 1 from way_in w where w.desk_id = d.desk_id and w.email = $1 and w.kind = 'invitation' and ${stillOpens}) as "isInvited", c.name as "contactName",
       exists (select 1 from contact_of_company o where o.desk_id = c.desk_id and o.contact_id = c.contact_id) as "ofCompany"
     from desk d left join person p on p.email = $1
       left join staff s on s.desk_id = d.desk_id and s.person_id = p.id
       left join contact c on c.desk_id = d.desk_id and c.email = $1
     order by d.created_at, d.slug`,
    [email, toTimestamp(now)],
  );
  const [first] = rows;
  return {
    personId: first?.personId ?? null,
    disabled: first?.disabled ?? false,
    goodAt: first?.goodAt ?? null,
    hasFactor: first?.hasFactor ?? false,
    desks: rows.map(({ deskId, slug, isStaff, isInvited, contactName, ofCompany }) => ({
      deskId,
      slug,
      isStaff,
      isInvited,
      contactName,
      ofCompany,
    })),
  };
};

/** Somebody with this address; `isProven`: they were shown to have its mailbox. */
export const personOfAddress = async (
  q: Queries,
  email: string,
): Promise<{ readonly personId: PersonId; readonly isProven: boolean } | null> => {
  const [row] = await q.query<{ readonly personId: PersonId; readonly isProven: boolean }>(
    'person-by-address',
    'select id as "personId", email_verified as "isProven" from person where email = $1',
    [email],
  );
  return row ?? null;
};

/** Whether there is somebody with this address, however they sign in. */
export const hasAccount = async (q: Queries, email: string): Promise<boolean> =>
  (await q.query('person-has-account', 'select 1 from person where email = $1', [email])).length > 0;
