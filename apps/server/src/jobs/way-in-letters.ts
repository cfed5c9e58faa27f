import type { Language, LetterId, PersonId } from '@reglament/desk';
import { wayInLetter, type WayInFacts } from '../reactions/letters/way-in.ts';
import { readInstallation } from '../store/installation.ts';
import type { ItemAbout } from '../store/outbox.ts';
import { peopleByIds } from '../store/queries/desks.ts';
import { openWayIn, type WayIn } from '../store/queries/ways-in.ts';
import { keepWayInToken } from '../store/ways-in.ts';
import { momentWords } from '../text/moment-words.ts';
import { roleWords } from '../text/role-words.ts';
import { newWayInToken, wayInTokenHash } from '../tokens/way-in-token.ts';
import type { Context } from '../use-cases/context.ts';
import { type Compose, domainOf, type Parcel } from './outgoing.ts';

const whatOf = async (context: Context, wayIn: WayIn): Promise<WayInFacts['what']> => {
  const { kind, role, invitedBy, language, deskId } = wayIn;
  if (kind !== 'invitation') return { kind };
  const by = await context.db.inDesk(deskId, (q) =>
    peopleByIds(q, invitedBy === null ? [] : [invitedBy satisfies PersonId]),
  );
  const nobody: Readonly<Record<Language, string>> = { ru: 'Администратор', en: 'An administrator' };
  return {
    kind,
    by: by[0]?.name ?? nobody[language],
    role: role === null ? '' : roleWords[role][language],
  };
};

/** What administrators read in place of the link: with it they could sign in as somebody who works elsewhere too. */
const HIDDEN = '…';

/**
 * Whether the link may be read on the letters page: in the demo, which has no mailboxes; and of an invitation that no mail server
 * took, so that whoever invited hands it over.
 */
const isShown = async (context: Context, wayIn: WayIn, sends: boolean): Promise<boolean> =>
  !sends && (wayIn.kind === 'invitation' || (await readInstallation(context.db.plain)).demoSince !== null);

/** Letters with links that let somebody in. */
export const composeWayInLetter: Compose<ItemAbout<'way-in'>> = async (context, options, item) => {
  const { deskId } = item;
  const now = context.now();
  const wayIn = await context.db.inDesk(deskId, (q) => openWayIn(q, deskId, item.owed.wayInId, now));
  // Used, withdrawn or over meanwhile: its link would open nothing.
  if (wayIn === null) return { parcels: [], onAccepted: null };
  const token = newWayInToken();
  await context.db.inDesk(deskId, (q) => keepWayInToken(q, wayIn, wayInTokenHash(token)));
  const desk = options.desk(deskId);
  const { regulation } = await context.regulations.inForce(deskId, now);
  const { language } = wayIn;
  const facts = {
    deskName: desk.name,
    until: momentWords(regulation.zone, wayIn.until, language),
    what: await whatOf(context, wayIn),
  };
  const to = { name: '', address: wayIn.email };
  const letterWith = (end: string): Parcel['letter'] => ({
    from: { name: desk.name[language], address: desk.mailAddress },
    replyTo: null,
    to,
    ...wayInLetter({ ...facts, url: `${options.baseUrl}/enter/${end}` }, language),
    messageId: `way-in.${item.outboxId}@${domainOf(desk.mailAddress)}`,
    inReplyTo: null,
    references: [],
    automatic: true,
    loopMark: desk.slug,
    attachments: [],
    date: item.createdAt,
  });
  const parcel: Parcel = {
    letterId: item.outboxId as LetterId,
    to,
    letter: letterWith(token),
    ...((await isShown(context, wayIn, options.mailer.sends(deskId))) ? {} : { kept: letterWith(HIDDEN) }),
    suppressed: null,
    countsAsAutomatic: false,
    messageId: null,
  };
  return { parcels: [parcel], onAccepted: null };
};
