import { createHash } from 'node:crypto';
import {
  type CalendarEdition,
  checkRegulation,
  type DeskId,
  type Finding,
  isBlocking,
  type Regulation,
  type RegulationVersionId,
} from '@reglament/desk';
import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import { keepConcerns } from '../store/concerns.ts';
import type { Database, Queries } from '../store/database.ts';
import { insertDesk, insertRegulationVersion, setMailAddress } from '../store/desks.ts';
import { lockFirstStart } from '../store/installation.ts';
import { allDesks, type Desk, keptRegulationTexts } from '../store/queries/desks.ts';
import type { Concern } from '../time-zones/concern.ts';

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
}

/** Thrown when a desk's first regulation can't be used: there is nothing to go on with. Says where and why. */
export class BadRegulation extends Error {}

/** The first thing that keeps a text from being used, in a sentence. */
export const refusalSentence = ({ slug, findings }: RefusedRegulation): string => {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more: reglament check)` : '';
  return `regulation of ${slug}, line ${first?.line ?? 0}: ${first?.code ?? ''} ${first?.says.en ?? ''}${more}`;
};

type Gate =
  | { readonly ok: true; readonly regulation: Regulation }
  | { readonly ok: false; readonly refused: RefusedRegulation };

const examine = (desk: DeskSource, { calendars, now }: DeskInput): Gate => {
  const today = localDateOf('UTC' as TimeZoneId, now);
  const { regulation, findings } = checkRegulation(desk.source, calendars, today);
  return regulation === null
    ? { ok: false, refused: { slug: desk.slug, findings: findings.filter(isBlocking) } }
    : { ok: true, regulation };
};

const concernOf = ({ findings }: RefusedRegulation): readonly Concern[] => {
  const [first] = findings;
  if (first === undefined) return [];
  const { line, column, code, says } = first;
  return [{ kind: 'regulation-refused', line, column, code, says, more: findings.length - 1 }];
};

const addVersion = (
  q: Queries,
  deskId: DeskId,
  { source, regulation, sha256 }: { source: string; regulation: Regulation; sha256: string },
  { now, newId }: DeskInput,
): Promise<void> =>
  insertRegulationVersion(q, {
    deskId,
    regulationVersionId: newId() as RegulationVersionId,
    edition: regulation.edition.label,
    effectiveFrom: regulation.edition.effectiveFrom,
    source,
    sha256,
    at: now,
  });

/** Makes the desk if it is missing; a new text becomes a version, or is refused and the one in force stays. */
const setUpDesk = async (
  q: Queries,
  desk: DeskSource,
  known: { readonly existing: Desk | undefined; readonly texts: ReadonlySet<string> },
  input: DeskInput,
): Promise<RefusedRegulation | null> => {
  const { existing, texts } = known;
  const deskId = existing?.deskId ?? (input.newId() as DeskId);
  const sha256 = createHash('sha256').update(desk.source).digest('hex');
  if (existing !== undefined && desk.mailAddress !== null && desk.mailAddress !== existing.mailAddress)
    await setMailAddress(q, deskId, desk.mailAddress);
  // What was accepted once stays accepted, whatever later versions of the check think of it.
  const gate = texts.has(`${deskId} ${sha256}`) ? null : examine(desk, input);
  if (gate?.ok === false) {
    if (existing === undefined) throw new BadRegulation(refusalSentence(gate.refused));
    await keepConcerns(q, deskId, 'regulation', concernOf(gate.refused), input.now);
    return gate.refused;
  }
  if (existing === undefined && gate !== null)
    await insertDesk(q, {
      deskId,
      slug: desk.slug,
      name: gate.regulation.name,
      mailAddress: desk.mailAddress ?? `support@${desk.slug}.example`,
    });
  if (gate !== null)
    await addVersion(q, deskId, { source: desk.source, regulation: gate.regulation, sha256 }, input);
  await keepConcerns(q, deskId, 'regulation', [], input.now);
  return null;
};

/**
 * Makes the desks that are missing and adds regulation versions whose text is new. A version, once stored, never changes;
 * tickets keep the one they were registered under. A text with errors, or with a contradiction that nobody accepted, never
 * becomes a version: the desk goes on under the one in force and its administrators are told.
 *
 * @throws {BadRegulation} when a desk has no version yet and its first text can't be used.
 */
export const setUpDesks = async (db: Database, input: DeskInput): Promise<DesksSetUp> => {
  const refused = await db.everyDesk(async (q) => {
    await lockFirstStart(q);
    const known = await allDesks(q);
    const texts = await keptRegulationTexts(q);
    const refusals: RefusedRegulation[] = [];
    for (const desk of input.desks) {
      const existing = known.find(({ slug }) => slug === desk.slug);
      const refusal = await setUpDesk(q, desk, { existing, texts }, input);
      if (refusal !== null) refusals.push(refusal);
    }
    return refusals;
  });
  return { desks: await db.everyDesk(allDesks), refused };
};
