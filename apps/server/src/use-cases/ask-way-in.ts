import type { DeskId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type AddressKnown, type KnownThere, whoIsAddress } from '../store/queries/people.ts';
import type { WayIn } from '../store/queries/ways-in.ts';
import { countOwedWaysIn, insertWayIn, oweWayIn } from '../store/ways-in.ts';
import type { Context } from './context.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Minutes for which a link works that somebody asked for themselves (R12). */
export const LINK_MINUTES = 30;
/** Links to one address in an hour: nobody's mailbox is filled by a stranger. */
export const WAYS_IN_AN_HOUR = 3;
/** As many in the worst case: where none of this kind and desk opens anything, a stranger's asking must not shut its owner out. */
const MOST_AN_HOUR = 12;
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

/** Whether letters of a desk go by a mail server: those of the others stay on its page of letters. */
export type Sends = (deskId: DeskId) => boolean;

/**
 * The desks by whose letters somebody sets a new password: those for which the present one stands, or the one that was asked, if it
 * knows them: else whoever reads another desk's letters, and set a password first, would keep them from ever having one here. What
 * lets people work in a desk is not taken from them that way, nor is a second factor got round: whoever reads the mailbox alone could
 * ask where it does not stand.
 */
const desksOfReset = (
  ask: AskWayIn,
  { desks, goodAt, hasFactor }: AddressKnown,
  sends: Sends,
): readonly KnownThere[] => {
  const standing = desks.filter((d) => goodAt?.includes(d.deskId) === true);
  const asked = desks.find((d) => d.slug === ask.slug);
  if (standing.length === 0) return desks;
  if (hasFactor || asked === undefined || standing.includes(asked) || !sends(asked.deskId)) return standing;
  const isOwn = asked.isStaff || (asked.contactName !== null && !desks.some((d) => d.isStaff));
  return isOwn ? [asked] : standing;
};

/**
 * The desk that writes: the one that was asked, if it knows them; else the first where they work; else the one
 * that was asked; else the first that knows them. Of several the first that has a mail server. What the letter opens is good at that
 * desk alone.
 */
const deskThatWrites = (ask: AskWayIn, known: AddressKnown, sends: Sends): DeskId | null => {
  const desks = ask.kind === 'reset' ? desksOfReset(ask, known, sends) : known.desks;
  const asked = desks.find((d) => d.slug === ask.slug);
  const works = desks.filter((d) => d.isStaff || (d === asked && (d.isInvited || d.contactName !== null)));
  const first = (of: readonly KnownThere[]): DeskId | undefined =>
    (of.find((d) => d === asked && sends(d.deskId)) ?? of.find((d) => sends(d.deskId)) ?? of[0])?.deskId;
  const own = desks.filter((d) => d.contactName !== null);
  // To a desk's customers anybody may come; a password is set anew only where there is a person.
  return (
    first(works) ?? asked?.deskId ?? first(own) ?? (desks === known.desks ? null : (first(desks) ?? null))
  );
};

/**
 * Somebody asks for a link to their mailbox. Known and unknown addresses are answered alike, so that nobody learns who has an
 * account (R13); whether a letter is owed is decided here and told nobody.
 */
export const askWayIn = async (context: Context, sends: Sends, ask: AskWayIn): Promise<void> => {
  const now = context.now();
  await context.db.everyDesk(async (q) => {
    const who = await whoIsAddress(q, ask.email, now);
    const deskId = deskThatWrites(ask, who, sends);
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
    const owed = await countOwedWaysIn(q, wayIn, {
      live: (now - LINK_MINUTES * MINUTE_MS) as Instant,
      hour: (now - HOUR_MS) as Instant,
      day: (now - 24 * HOUR_MS) as Instant,
    });
    await insertWayIn(q, wayIn);
    const isEnough = owed.hour >= (owed.live === 0 ? MOST_AN_HOUR : WAYS_IN_AN_HOUR);
    if (isEnough || (isStranger && owed.day >= STRANGERS_WAYS_IN_A_DAY)) return;
    await oweWayIn(q, wayIn, context.newId(), now);
  });
};
