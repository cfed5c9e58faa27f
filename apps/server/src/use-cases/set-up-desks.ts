import { createHash } from 'node:crypto';
import {
  type CalendarEdition,
  checkRegulation,
  type DeskId,
  type Finding,
  isBlocking,
  parseRegulation,
  type Regulation,
} from '@reglament/desk';
import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import type { Database, Queries } from '../store/database.ts';
import { insertDesk, setMailAddress } from '../store/desks.ts';
import { lockFirstStart } from '../store/installation.ts';
import {
  allDesks,
  type Desk,
  regulationVersions,
  type RegulationVersionRow,
} from '../store/queries/desks.ts';
import type { RegulationChange } from '../text/regulation-change-words.ts';
import { giveDesk } from './give-desk.ts';
import { fillCatalogue } from './keep-products.ts';
import { keepRefusals } from './keep-refusals.ts';
import { keepText } from './keep-text.ts';
import { goesBy } from './place-text.ts';

export interface DeskSource {
  readonly slug: string;
  /** The regulation file, as written. */
  readonly source: string;
  /** Address of the desk's mailbox; null: keep the one it has. */
  readonly mailAddress: string | null;
}

export interface DeskInput {
  readonly desks: readonly DeskSource[];
  readonly calendars: Readonly<Record<string, CalendarEdition>>;
  readonly now: Instant;
  readonly newId: () => string;
}

/** A text that can't be used, and what keeps it from it, in the order of the file. */
export interface RefusedRegulation {
  readonly slug: string;
  readonly findings: readonly Finding[];
}

export interface DesksSetUp {
  readonly desks: readonly Desk[];
  readonly refused: readonly RefusedRegulation[];
  /** What the start changed, and texts that wait for their day, in the order of the files. */
  readonly changes: readonly RegulationChange[];
}

/** Thrown when there is no desk at all to go on with. Says where and why. */
export class BadRegulation extends Error {}

/** The first thing that keeps a text from being used, in a sentence. */
export const refusalSentence = ({ slug, findings }: RefusedRegulation): string => {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more: reglament check)` : '';
  return `regulation of ${slug}, line ${first?.line ?? 0}: ${first?.code ?? ''} ${first?.says.en ?? ''}${more}`;
};

type Gate =
  | { readonly ok: true; readonly regulation: Regulation }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** @param known it was a version before: what was accepted once stays accepted, whatever the check thinks of it today. */
const examine = (source: string, known: boolean, { calendars, now }: DeskInput): Gate => {
  if (known) {
    const parsed = parseRegulation(source, calendars);
    if (parsed.ok) return parsed;
  }
  const { regulation, findings } = checkRegulation(source, calendars, localDateOf('UTC' as TimeZoneId, now));
  return regulation === null
    ? { ok: false, findings: findings.filter(isBlocking) }
    : { ok: true, regulation };
};

interface SetUp {
  readonly refused: RefusedRegulation | null;
  readonly changes: readonly RegulationChange[];
}

/**
 * Whether the text that a desk goes by was given by hand, and the file says what it said before that: then the hand is the
 * last word, until somebody changes the file.
 */
const isHeldByHand = (versions: readonly RegulationVersionRow[], sha256: string): boolean => {
  const byAge = versions.toSorted((one, other) => other.createdAt - one.createdAt);
  if ((byAge[0]?.givenBy ?? null) === null) return false;
  const ofFile = byAge.find(({ givenBy }) => givenBy === null);
  return ofFile === undefined || ofFile.sha256 === sha256;
};

/** Makes the desk if it is missing; its text takes its place, or is refused and the one in force stays. */
const setUpDesk = async (
  q: Queries,
  desk: DeskSource,
  existing: Desk | undefined,
  input: DeskInput,
): Promise<SetUp> => {
  const deskId = existing?.deskId ?? (input.newId() as DeskId);
  const sha256 = createHash('sha256').update(desk.source).digest('hex');
  if (existing !== undefined && desk.mailAddress !== null && desk.mailAddress !== existing.mailAddress)
    await setMailAddress(q, deskId, desk.mailAddress);
  const versions = existing === undefined ? [] : await regulationVersions(q, deskId);
  if (isHeldByHand(versions, sha256)) return { refused: null, changes: [] };
  if (existing !== undefined && goesBy(versions, sha256, input.now)) {
    await fillCatalogue(q, deskId, desk.source, input.calendars, input);
    return { refused: null, changes: [] };
  }
  const gate = examine(
    desk.source,
    versions.some((one) => one.sha256 === sha256),
    input,
  );
  if (!gate.ok) return { refused: { slug: desk.slug, findings: gate.findings }, changes: [] };
  const { regulation } = gate;
  if (existing === undefined)
    await insertDesk(q, {
      deskId,
      slug: desk.slug,
      name: regulation.name,
      mailAddress: desk.mailAddress ?? `support@${desk.slug}.example`,
    });
  const made = existing === undefined ? await giveDesk(q, { deskId, slug: desk.slug }, input) : [];
  const { slug, source } = desk;
  const text = { deskId, slug, source, sha256, regulation, versions, givenBy: null };
  const kept = await keepText(q, text, input);
  return { refused: null, changes: [...made, ...kept] };
};

/**
 * Makes the desks that are missing, gives them to the administrators there are, and puts each text in its place: a version,
 * once stored, never changes; tickets keep the one they were registered under. A text with errors, or with a contradiction
 * that nobody accepted, never becomes a version: the desk goes on under the one in force, a desk that was to be new is not
 * made, and administrators are told.
 *
 * @throws {BadRegulation} when there would be no desk at all.
 */
export const setUpDesks = (db: Database, input: DeskInput): Promise<DesksSetUp> => {
  return db.everyDesk(async (q) => {
    await lockFirstStart(q);
    const known = await allDesks(q);
    const setUps: SetUp[] = [];
    for (const desk of input.desks)
      setUps.push(
        await setUpDesk(
          q,
          desk,
          known.find(({ slug }) => slug === desk.slug),
          input,
        ),
      );
    const desks = await allDesks(q);
    const refused = setUps.flatMap((one) => one.refused ?? []);
    if (desks.length === 0)
      throw new BadRegulation(refused.map(refusalSentence).join('\n') || 'there is no regulation');
    const slugs = new Set(input.desks.map(({ slug }) => slug));
    await keepRefusals(
      q,
      desks.filter(({ slug }) => slugs.has(slug)),
      refused,
      input.now,
    );
    return { desks, refused, changes: setUps.flatMap(({ changes }) => changes) };
  });
};
