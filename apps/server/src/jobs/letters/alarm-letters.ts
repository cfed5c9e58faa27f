import { renderNotice } from '../../reactions/render-notice.ts';
import { alarmRecipients } from '../../store/alarms.ts';
import { peopleByIds } from '../../store/queries/desks.ts';
import { tellingsOf } from '../../store/queries/notification-settings.ts';
import { copyId, type Parcel } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';
import { ticketFacts, type TicketTold } from './ticket-told.ts';

/** Who is told of a deadline by mail: whoever is told of it and has not said no to such letters. */
const alarmReaders = ({ context, item, about }: TicketTold) =>
  context.db.everyDesk(async (q) => {
    const people = await alarmRecipients(q, item.deskId, about.ticket.assigneeId);
    const tellings = await tellingsOf(q, item.deskId, people);
    return peopleByIds(
      q,
      people.filter((personId) => tellings(personId).deadline.byMail),
    );
  });

/** Word of a deadline, a copy to each of the staff who are told of it. */
export const alarmParcels = async (told: TicketTold): Promise<readonly Parcel[]> => {
  const { options, item, desk, about } = told;
  const people = await alarmReaders(told);
  const { facts } = await ticketFacts(told);
  const ticketUrl = `${options.baseUrl}/d/${desk.slug}/t/${about.number}`;
  return people.map(({ personId, name, email }) => {
    const staff = { recipientName: name, ticketUrl, subject: about.subject };
    return parcelOf(desk, item, {
      about: 'alarm',
      letterId: copyId(item.outboxId, personId),
      to: { name, address: email },
      language: 'ru',
      words: renderNotice(item.owed.notice, { ...facts, statusUrl: '', mergedInto: null, staff }, 'ru'),
    });
  });
};
