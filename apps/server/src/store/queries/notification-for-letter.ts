import type { DeskId, Language, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import type { NotificationKind } from './notifications.ts';

/** A notification about a ticket, as a letter about it needs it. */
export interface NotificationForLetter {
  readonly kind: NotificationKind;
  readonly isRead: boolean;
  readonly person: {
    readonly personId: PersonId;
    readonly name: string;
    readonly email: string;
    readonly language: Language | null;
  };
  readonly number: number;
  readonly subject: string;
  /** Who wrote the message that it is about; null: it is about none. */
  readonly author: string | null;
}

/** null: it is about no ticket, or the person does not work at the desk any more and so may not see it. */
export const notificationForLetter = async (
  q: Queries,
  deskId: DeskId,
  notificationId: string,
): Promise<NotificationForLetter | null> => {
  const [row] = await q.query<NotificationForLetter & Record<string, unknown>>(
    'notification-for-letter',
    `select n.kind, n.read_at is not null as "isRead", t.number, t.subject, m.author,
       jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'language', p.language) as person
     from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
       join staff s on s.desk_id = n.desk_id and s.person_id = n.person_id
       join person p on p.id = n.person_id and p.disabled_at is null
       left join message m on m.desk_id = n.desk_id and m.ticket_id = n.ticket_id
         and m.message_id = case when n.threshold ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then n.threshold::uuid end
     where n.desk_id = $1 and n.notification_id = $2`,
    [deskId, notificationId],
  );
  return row ?? null;
};
