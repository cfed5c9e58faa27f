import { serviceStopLetter } from '../../reactions/letters/service-stop.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import { stopForLetter } from '../../store/queries/service-stops.ts';
import type { ServiceNotice } from '../../store/service-stops.ts';
import { type Compose, nothing, only } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';

/** Word to a contact that service was stopped, or goes on (CN-L5). */
export const composeServiceLetter: Compose<ItemAbout<'contact'>> = async (context, options, item) => {
  const { deskId } = item;
  const { kind, stopId } = item.owed.notice as ServiceNotice;
  const stop = await context.db.inDesk(deskId, (q) => stopForLetter(q, deskId, stopId));
  // Forgotten meanwhile, or the contact lost its address: there is nobody to write to.
  if (stop === null || stop.email === null) return nothing;
  const desk = options.desk(deskId);
  const language = stop.language ?? 'ru';
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const words = serviceStopLetter({ deskName: desk.name, kind, clause: stop.clause, regulation }, language);
  const to = { name: stop.name, address: stop.email };
  return only(parcelOf(desk, item, { about: 'service', to, language, words }));
};
