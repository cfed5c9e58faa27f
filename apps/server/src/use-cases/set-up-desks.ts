import { createHash } from 'node:crypto';
import {
  type CalendarEdition,
  type DeskId,
  parseRegulation,
  type Regulation,
  type RegulationVersionId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Database } from '../store/database.ts';
import { insertDesk, insertRegulationVersion, setMailAddress } from '../store/desks.ts';
import { lockFirstStart } from '../store/installation.ts';
import { allDesks, type Desk } from '../store/queries/desks.ts';

export interface DeskSource {
  readonly slug: string;
  /** The regulation file, as written. */
  readonly source: string;
  /** Address of the desk's mailbox; null: keep the one it has. */
  readonly mailAddress: string | null;
}

/** Thrown when a regulation file can't be used: says where and why. */
export class BadRegulation extends Error {}

const parse = (desk: DeskSource, calendars: Readonly<Record<string, CalendarEdition>>): Regulation => {
  const parsed = parseRegulation(desk.source, calendars);
  if (parsed.ok) return parsed.regulation;
  const [first] = parsed.problems;
  throw new BadRegulation(
    `regulation of ${desk.slug}, line ${first?.line ?? 0}: ${first?.code ?? ''} ${first?.says.en ?? ''}`,
  );
};

/**
 * Makes the desks that are missing and adds regulation versions whose text is new. A version, once stored, never changes;
 * tickets keep the one they were registered under.
 */
export const setUpDesks = async (
  db: Database,
  input: {
    readonly desks: readonly DeskSource[];
    readonly calendars: Readonly<Record<string, CalendarEdition>>;
    readonly now: Instant;
    readonly newId: () => string;
  },
): Promise<readonly Desk[]> => {
  await db.everyDesk(async (q) => {
    await lockFirstStart(q);
    const known = await allDesks(q);
    for (const desk of input.desks) {
      const regulation = parse(desk, input.calendars);
      const existing = known.find((d) => d.slug === desk.slug);
      const deskId = existing?.deskId ?? (input.newId() as DeskId);
      if (existing === undefined)
        await insertDesk(q, {
          deskId,
          slug: desk.slug,
          name: regulation.name,
          mailAddress: desk.mailAddress ?? `support@${desk.slug}.example`,
        });
      else if (desk.mailAddress !== null && desk.mailAddress !== existing.mailAddress)
        await setMailAddress(q, deskId, desk.mailAddress);
      const sha256 = createHash('sha256').update(desk.source).digest('hex');
      await insertRegulationVersion(q, {
        deskId,
        regulationVersionId: input.newId() as RegulationVersionId,
        edition: regulation.edition.label,
        effectiveFrom: regulation.edition.effectiveFrom,
        source: desk.source,
        sha256,
        at: input.now,
      });
    }
  });
  return db.everyDesk(allDesks);
};
