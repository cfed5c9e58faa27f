import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from './database.ts';
import type { NotificationKind } from './queries/notifications.ts';

/** What notifications are about, as somebody of the staff chooses between them. */
export const notificationThemes = ['mentioned', 'assigned', 'replied', 'followed', 'deadline'] as const;
export type NotificationTheme = (typeof notificationThemes)[number];

/** How somebody is told of a theme. */
export interface Telling {
  readonly inPage: boolean;
  readonly byMail: boolean;
}

/** A colleague who calls by name, and a deadline, reach people away from the page; the rest is work that the page shows. */
export const usualTelling: Readonly<Record<NotificationTheme, Telling>> = {
  mentioned: { inPage: true, byMail: true },
  assigned: { inPage: true, byMail: false },
  replied: { inPage: true, byMail: false },
  followed: { inPage: true, byMail: false },
  deadline: { inPage: true, byMail: true },
};

const themes: Readonly<Partial<Record<NotificationKind, NotificationTheme>>> = {
  mentioned: 'mentioned',
  assigned: 'assigned',
  replied: 'replied',
  'followed-wrote': 'followed',
  'followed-changed': 'followed',
  'clock-warning': 'deadline',
  'clock-breach': 'deadline',
};

/** null: told in any case. */
export const themeOf = (kind: NotificationKind): NotificationTheme | null => themes[kind] ?? null;

/** Kinds whose theme is one of these. */
export const kindsOf = (wanted: readonly NotificationTheme[]): readonly NotificationKind[] =>
  (Object.keys(themes) as NotificationKind[]).filter((kind) => {
    const theme = themes[kind];
    return theme !== undefined && wanted.includes(theme);
  });

/** Keeps how a person wants to be told of a theme at this desk. */
export const putTelling = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  theme: NotificationTheme,
  { inPage, byMail }: Telling,
): Promise<void> => {
  await q.query(
    'staff-notification-put',
    `insert into staff_notification (desk_id, person_id, theme, in_page, by_mail) values ($1, $2, $3, $4, $5)
     on conflict (desk_id, person_id, theme) do update set in_page = excluded.in_page, by_mail = excluded.by_mail`,
    [deskId, personId, theme, inPage, byMail],
  );
};
