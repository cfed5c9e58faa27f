import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import type { Membership } from './desks.ts';
import { stillVouched } from './ways-in.ts';

export interface StaffRow {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Membership['role'];
  readonly hasSecondFactor: boolean;
  readonly seenAt: Instant | null;
  readonly isDisabled: boolean;
}

/** Who works in a desk, by name. */
export const staffOf = (q: Queries, deskId: DeskId): Promise<readonly StaffRow[]> =>
  q.query<StaffRow & Record<string, unknown>>(
    'staff-list',
    `select p.id as "personId", p.name, p.email, s.role, p.disabled_at is not null as "isDisabled",
       exists (select 1 from person_totp t where t.person_id = p.id and t.confirmed_at is not null)
         or exists (select 1 from person_passkey k where k.person_id = p.id) as "hasSecondFactor",
       (select max(e.updated_at) from person_session e where e.person_id = p.id) as "seenAt"
     from staff s join person p on p.id = s.person_id where s.desk_id = $1 order by p.name, p.email limit 2000`,
    [deskId],
  );

export interface InvitationRow {
  readonly invitationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Membership['role'];
  readonly invitedBy: string | null;
  readonly askedAt: Instant;
  readonly until: Instant;
  /** Whoever made it works here and may still make such a one. */
  readonly isVouched: boolean;
}

/** Invitations that nobody accepted and nobody withdrew, the newest first. */
export const invitationsOf = (q: Queries, deskId: DeskId): Promise<readonly InvitationRow[]> =>
  q.query<InvitationRow & Record<string, unknown>>(
    'staff-invitations',
    `select w.way_in_id as "invitationId", w.email, w.name, w.role, p.name as "invitedBy", w.asked_at as "askedAt", w.until,
       ${stillVouched} as "isVouched"
     from way_in w left join person p on p.id = w.invited_by
     where w.desk_id = $1 and w.kind = 'invitation' and w.used_at is null and w.withdrawn_at is null
     order by w.asked_at desc limit 500`,
    [deskId],
  );

/** How often an address was invited to a desk since an instant. */
export const countInvitations = async (
  q: Queries,
  deskId: DeskId,
  email: string,
  since: Instant,
): Promise<number> => {
  const [row] = await q.query<{ n: number }>(
    'staff-count-invitations',
    `select count(*)::int as n from way_in where desk_id = $1 and kind = 'invitation' and email = $2 and asked_at > $3`,
    [deskId, email, toTimestamp(since)],
  );
  return row?.n ?? 0;
};

/** Whether somebody with this address works in a desk. */
export const worksHere = async (q: Queries, deskId: DeskId, email: string): Promise<boolean> =>
  (
    await q.query(
      'staff-works-here',
      'select 1 from staff s join person p on p.id = s.person_id where s.desk_id = $1 and p.email = $2',
      [deskId, email],
    )
  ).length > 0;
