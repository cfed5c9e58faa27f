import type { Language, PersonId } from '@reglament/desk';
import { wayInLetter, type WayInFacts } from '../../reactions/letters/way-in.ts';
import { readInstallation } from '../../store/installation.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import { peopleByIds } from '../../store/queries/desks.ts';
import { openWayIn, type WayIn } from '../../store/queries/ways-in.ts';
import { keepWayInToken } from '../../store/ways-in.ts';
import { momentWords } from '../../text/moment-words.ts';
import { roleWords } from '../../text/role-words.ts';
import { newWayInToken, wayInTokenHash } from '../../tokens/way-in-token.ts';
import type { Context } from '../../use-cases/context.ts';
import { type Compose, nothing, only } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';

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
  if (wayIn === null) return nothing;
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
  const wordsWith = (end: string) =>
    wayInLetter({ ...facts, url: `${options.baseUrl}/enter/${end}` }, language);
  const isSecret = !(await isShown(context, wayIn, options.mailer.sends(deskId)));
  return only(
    parcelOf(desk, item, {
      about: 'way-in',
      to: { name: '', address: wayIn.email },
      language,
      words: wordsWith(token),
      ...(isSecret ? { keptWords: wordsWith(HIDDEN) } : {}),
    }),
  );
};
