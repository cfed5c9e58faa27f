import type { LetterId } from '@reglament/desk';
import { toldKinds, toldLetter } from '../reactions/letters/told.ts';
import { themeOf } from '../store/notification-settings.ts';
import type { ItemAbout } from '../store/outbox.ts';
import type { ToldNotice } from '../store/owed-letters.ts';
import { peopleByIds } from '../store/queries/desks.ts';
import { notificationForLetter } from '../store/queries/notification-for-letter.ts';
import { tellingsOf } from '../store/queries/notification-settings.ts';
import type { Context } from '../use-cases/context.ts';
import { type Compose, domainOf, type Parcel } from './outgoing.ts';

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
  const { deskId, outboxId } = item;
  const told = await stillWanted(context, item);
  if (told === null) return { parcels: [], onAccepted: null };
  const desk = options.desk(deskId);
  const { person, number } = told;
  const language = person.language ?? 'ru';
  const url = `${options.baseUrl}/d/${desk.slug}`;
  const to = { name: person.name, address: person.email };
  const parcel: Parcel = {
    letterId: outboxId as LetterId,
    to,
    letter: {
      from: { name: desk.name[language], address: desk.mailAddress },
      replyTo: null,
      to,
      ...toldLetter(
        {
          deskName: desk.name,
          kind: told.kind,
          recipientName: person.name,
          author: told.author,
          number,
          subject: told.subject,
          url: `${url}/t/${number}`,
          settingsUrl: `${url}/notifications`,
        },
        language,
      ),
      messageId: `told.${outboxId}@${domainOf(desk.mailAddress)}`,
      inReplyTo: null,
      references: [],
      automatic: true,
      loopMark: desk.slug,
      attachments: [],
      date: item.createdAt,
    },
    suppressed: null,
    countsAsAutomatic: false,
    messageId: null,
  };
  return { parcels: [parcel], onAccepted: null };
};
