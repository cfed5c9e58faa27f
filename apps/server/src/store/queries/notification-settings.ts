import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import {
  kindsOf,
  type NotificationTheme,
  notificationThemes,
  type Telling,
  usualTelling,
} from '../notification-settings.ts';
import type { NotificationKind } from './notifications.ts';

/** How a person is told of each theme. */
export type Tellings = Readonly<Record<NotificationTheme, Telling>>;

/** Kinds of notifications that a person does not want to see in the page. */
export const kindsNotShown = (tellings: Tellings): readonly NotificationKind[] =>
  kindsOf(notificationThemes.filter((theme) => !tellings[theme].inPage));

interface Row {
  readonly personId: PersonId;
  readonly theme: NotificationTheme;
  readonly inPage: boolean;
  readonly byMail: boolean;
}

/** How each of these people is told at this desk: as they said, otherwise as the program has it. */
export const tellingsOf = async (
  q: Queries,
  deskId: DeskId,
  personIds: readonly PersonId[],
): Promise<(personId: PersonId) => Tellings> => {
  const rows = await q.query<Row & Record<string, unknown>>(
    'staff-notifications-of',
    `select person_id as "personId", theme, in_page as "inPage", by_mail as "byMail" from staff_notification
     where desk_id = $1 and person_id = any($2::uuid[])`,
    [deskId, personIds],
  );
  return (personId) => {
    const said = rows.filter((row) => row.personId === personId);
    const of = (theme: NotificationTheme): Telling => {
      const found = said.find((row) => row.theme === theme);
      return found === undefined ? usualTelling[theme] : { inPage: found.inPage, byMail: found.byMail };
    };
    return Object.fromEntries(notificationThemes.map((theme) => [theme, of(theme)])) as Tellings;
  };
};
