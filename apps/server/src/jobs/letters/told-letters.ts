import { toldKinds, toldLetter } from '../../reactions/letters/told.ts';
import { themeOf } from '../../store/notification-settings.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import type { ToldNotice } from '../../store/owed-letters.ts';
import { peopleByIds } from '../../store/queries/desks.ts';
import { notificationForLetter } from '../../store/queries/notification-for-letter.ts';
import { tellingsOf } from '../../store/queries/notification-settings.ts';
import type { Context } from '../../use-cases/context.ts';
import { type Compose, nothing, only } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';

type Item = ItemAbout<'notification'>;

/** What is to be written, and to whom; null: they have seen it, want no letter any more, or may not see the ticket now. */
const stillWanted = (context: Context, { deskId, owed: { notificationId, notice } }: Item) =>
  context.db.inDesk(deskId, async (q) => {
    const found = await notificationForLetter(q, deskId, notificationId);
    const kind = toldKinds.find((one) => one === found?.kind);
    const theme = kind === undefined ? null : themeOf(kind);
    if (found === null || kind === undefined || theme === null) return null;
    const { personId } = found.person;
    const telling = (await tellingsOf(q, deskId, [personId]))(personId)[theme];
    // What the page does not show was not read there.
    if (!telling.byMail || (found.isRead && telling.inPage)) return null;
    const { by } = notice as ToldNotice;
    const [person] = by === null ? [] : await peopleByIds(q, [by]);
    return { ...found, kind, author: person?.name ?? found.author };
  });

/**
 * A letter to one of the staff about what the page has told them. It says who and where, and nothing that was written: notes are
 * the desk's own, and a mailbox is not.
 */
export const composeToldLetter: Compose<Item> = async (context, options, item) => {
  const told = await stillWanted(context, item);
  if (told === null) return nothing;
  const desk = options.desk(item.deskId);
  const { person, kind, author, number, subject } = told;
  const language = person.language ?? 'ru';
  const url = `${options.baseUrl}/d/${desk.slug}`;
  const words = toldLetter(
    {
      deskName: desk.name,
      kind,
      recipientName: person.name,
      author,
      number,
      subject,
      url: `${url}/t/${number}`,
      settingsUrl: `${url}/notifications`,
    },
    language,
  );
  const to = { name: person.name, address: person.email };
  return only(parcelOf(desk, item, { about: 'told', to, language, words }));
};
