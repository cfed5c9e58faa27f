import type { DeskId, FederalDistrict } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** A company that staff have put into the public directory. */
export interface ShownPartner {
  readonly role: string;
  readonly name: string;
  readonly district: FederalDistrict | null;
  readonly city: string;
  /** How to reach it, as staff wrote it for everybody to read; empty: nothing was written. */
  readonly shownAs: string;
}

const SHOWN_LIMIT = 1000;

/** Companies that have one of the roles on a day of the desk's zone, `2026-11-21`, and are to be shown; by city and name. */
export const shownPartners = (
  q: Queries,
  deskId: DeskId,
  roles: readonly string[],
  day: string,
): Promise<readonly ShownPartner[]> =>
  q.query<ShownPartner & Record<string, unknown>>(
    'partners-shown',
    `select s.role, o.name, o.district, o.city, s.shown_as as "shownAs"
     from company_standing s
     join company o on o.desk_id = s.desk_id and o.company_id = s.company_id and o.merged_into is null
     where s.desk_id = $1 and s.role = any($2::text[]) and s.shown_as is not null
       and s.from_date <= $3::date and (s.until_date is null or $3::date <= s.until_date)
     order by o.city collate "ru-x-icu", o.name collate "ru-x-icu", s.standing_id
     limit ${SHOWN_LIMIT}`,
    [deskId, roles, day],
  );
