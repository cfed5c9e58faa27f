import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export type NotificationKind =
  | 'clock-warning'
  | 'clock-breach'
  | 'letter-quarantined'
  | 'deadline-moved'
  | 'edition-kept'
  | 'number-to-tell'
  | 'proposal-accepted'
  | 'proposal-declined'
  | 'inquiry-came'
  | 'inquiry-wrote'
  | 'inquiry-handed-over'
  | 'mentioned'
  | 'assigned'
  | 'replied'
  | 'followed-wrote'
  | 'followed-changed'
  | 'certificate-over';

export interface NotificationRow {
  readonly notificationId: string;
  readonly at: Instant;
  readonly kind: NotificationKind;
  readonly clock: string;
  /** null: it is about an inquiry or a certificate. */
  readonly ticketNumber: number | null;
  readonly inquiryNumber: number | null;
  readonly certificate: { readonly certificateId: string; readonly number: string } | null;
  /** Of a ticket or an inquiry; of a certificate the company. */
  readonly subject: string;
  readonly dueAt: Instant;
  /** How long after its instant the person was told; null: in time. */
  readonly lateMs: number | null;
  readonly read: boolean;
}

/** The last 50 of what a person was told, newest first, without the kinds that they do not want to see. */
export const notificationsOf = (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  unwanted: readonly NotificationKind[] = [],
): Promise<readonly NotificationRow[]> =>
  q.query<NotificationRow & Record<string, unknown>>(
    'notification-list',
    `select n.notification_id as "notificationId", n.at, n.kind, n.clock, t.number as "ticketNumber", i.number as "inquiryNumber",
       case when e.certificate_id is not null then jsonb_build_object('certificateId', e.certificate_id, 'number', e.number) end as certificate,
       coalesce(t.subject, i.subject, o.name) as subject, n.due_at as "dueAt", n.late_ms as "lateMs", n.read_at is not null as read
     from notification n left join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
     left join inquiry i on i.desk_id = n.desk_id and i.inquiry_id = n.inquiry_id
     left join certificate e on e.desk_id = n.desk_id and e.certificate_id = n.certificate_id
     left join company o on o.desk_id = e.desk_id and o.company_id = e.company_id
     where n.desk_id = $1 and n.person_id = $2 and n.kind <> all($3::text[]) order by n.at desc, n.notification_id desc limit 50`,
    [deskId, personId, unwanted],
  );
