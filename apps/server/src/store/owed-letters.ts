import type { PersonId } from '@reglament/desk';
import { type NotificationTheme, themeOf, usualTelling } from './notification-settings.ts';
import type { NotificationKind } from './queries/notifications.ts';

/** Whoever sees it in the page within this time gets no letter, milliseconds. */
export const PAGE_FIRST_MS = 60_000;

/** What a letter about a notification needs beside the notification. */
export interface ToldNotice {
  readonly kind: 'told';
  /** Who of the staff did it; null: nobody, or the message says it. */
  readonly by: PersonId | null;
}

/** A deadline is owed to the staff by the journal already, with its numbers: its letter is not owed twice. */
export const lettersOf = (
  kind: NotificationKind,
): readonly [theme: NotificationTheme | null, byMail: boolean] => {
  const theme = themeOf(kind);
  return theme === null || theme === 'deadline' ? [null, false] : [theme, usualTelling[theme].byMail];
};

/**
 * Owes a letter to each of those `told` who wants one of this theme: at most one of the same thing to a person. It goes when
 * the page has had its time. Whoever changes their mind meanwhile is asked again when it goes.
 */
export const owesLetters = (given: {
  readonly theme: string;
  readonly byMail: string;
  readonly by: string;
}): string => `insert into outbox (desk_id, outbox_id, notification_id, key, body, created_at, next_at)
     select o.desk_id, gen_random_uuid(), o.notification_id, concat_ws(':', 'told', o.ticket_id, o.kind, o.threshold, o.person_id),
       jsonb_build_object('kind', 'told', 'by', ${given.by}::uuid), o.at, o.at + interval '${PAGE_FIRST_MS} milliseconds'
     from told o left join staff_notification w on w.desk_id = o.desk_id and w.person_id = o.person_id and w.theme = ${given.theme}::text
     where ${given.theme}::text is not null and coalesce(w.by_mail, ${given.byMail}::boolean)
     on conflict (desk_id, key) do nothing`;
