import type { LetterId } from '@reglament/desk';
import { serviceStopLetter } from '../reactions/letters/service-stop.ts';
import type { ItemAbout } from '../store/outbox.ts';
import { stopForLetter } from '../store/queries/service-stops.ts';
import type { ServiceNotice } from '../store/service-stops.ts';
import { type Compose, domainOf, type Parcel } from './outgoing.ts';

/** Word to a contact that service was stopped, or goes on (CN-L5). */
export const composeServiceLetter: Compose<ItemAbout<'contact'>> = async (context, options, item) => {
  const { deskId } = item;
  const { kind, stopId } = item.owed.notice as ServiceNotice;
  const stop = await context.db.inDesk(deskId, (q) => stopForLetter(q, deskId, stopId));
  // Forgotten meanwhile, or the contact lost its address: there is nobody to write to.
  if (stop === null || stop.email === null) return { parcels: [], onAccepted: null };
  const desk = options.desk(deskId);
  const language = stop.language ?? 'ru';
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const to = { name: stop.name, address: stop.email };
  const parcel: Parcel = {
    letterId: item.outboxId as LetterId,
    to,
    letter: {
      from: { name: desk.name[language], address: desk.mailAddress },
      replyTo: null,
      to,
      ...serviceStopLetter({ deskName: desk.name, kind, clause: stop.clause, regulation }, language),
      messageId: `service.${item.outboxId}@${domainOf(desk.mailAddress)}`,
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
