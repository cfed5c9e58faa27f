import type { DeskId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type KnownThere, whoIsAddress } from '../store/queries/people.ts';
import type { WayIn } from '../store/queries/ways-in.ts';
import { countOwedWaysIn, insertWayIn, oweWayIn } from '../store/ways-in.ts';
import type { Context } from './context.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Minutes for which a link works that somebody asked for themselves (R12). */
export const LINK_MINUTES = 30;
/** Links to one address in an hour: nobody's mailbox is filled by a stranger. */
export const WAYS_IN_AN_HOUR = 3;
/** In a day to an address that is neither staff nor of a company: whoever it is may never have heard of the desk (R9). */
export const STRANGERS_WAYS_IN_A_DAY = 6;

export interface AskWayIn {
  readonly kind: 'link' | 'reset';
  /** Lower case, an address that can be written to. */
  readonly email: string;
  /** The desk on whose page it was asked for; null: none in particular. */
  readonly slug: string | null;
  readonly language: Language;
}

/**
 * The desk that writes: the first where the person works, else the one that was asked, else the first that knows them. Whoever runs a
 * desk's mail server sees its letters: the link of somebody who works here goes by no other desk's, whoever asks for it there.
 */
const deskThatWrites = (ask: AskWayIn, desks: readonly KnownThere[]): DeskId | null => {
  const works = desks.find((d) => d.isStaff);
  if (works !== undefined) return works.deskId;
  const own = desks.find((d) => d.contactName !== null);
  const asked = desks.find((d) => d.slug === ask.slug);
  // To a desk's customers anybody may come; a password is set anew only where there is a person.
  return asked?.deskId ?? own?.deskId ?? null;
};

/**
 * Somebody asks for a link to their mailbox. Known and unknown addresses are answered alike, so that nobody learns who has an
 * account (R13); whether a letter is owed is decided here and told nobody.
 */
export const askWayIn = async (context: Context, ask: AskWayIn): Promise<void> => {
  const now = context.now();
  await context.db.everyDesk(async (q) => {
    const who = await whoIsAddress(q, ask.email);
    const owed = await countOwedWaysIn(q, ask.email, {
      hour: (now - HOUR_MS) as Instant,
      day: (now - 24 * HOUR_MS) as Instant,
    });
    const deskId = deskThatWrites(ask, who.desks);
    if (deskId === null || who.disabled || (ask.kind === 'reset' && who.personId === null)) return;
    const isStranger = !who.desks.some((d) => d.isStaff || d.ofCompany);
    const wayIn: WayIn = {
      deskId,
      wayInId: context.newId(),
      kind: ask.kind,
      email: ask.email,
      role: null,
      invitedBy: null,
      name: '',
      language: ask.language,
      askedAt: now,
      until: (now + LINK_MINUTES * MINUTE_MS) as Instant,
    };
    await insertWayIn(q, wayIn);
    if (owed.hour >= WAYS_IN_AN_HOUR || (isStranger && owed.day >= STRANGERS_WAYS_IN_A_DAY)) return;
    await oweWayIn(q, wayIn, context.newId(), now);
  });
};
