import {
  type CalendarEdition,
  type DeskId,
  parseRegulation,
  type PersonId,
  type Regulation,
  type RegulationVersionId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { insertRegulationVersion, withdrawVersions } from '../store/desks.ts';
import type { RegulationVersionRow } from '../store/queries/desks.ts';
import type { RegulationChange } from '../text/regulation-change-words.ts';
import { followProducts } from './keep-products.ts';
import { placeText, versionInForce } from './place-text.ts';

export interface TextToKeep {
  readonly deskId: DeskId;
  readonly slug: string;
  /** As written. */
  readonly source: string;
  readonly sha256: string;
  readonly regulation: Regulation;
  /** The versions that the desk has, the latest effective first. */
  readonly versions: readonly RegulationVersionRow[];
  /** null: it came from a file of the server. */
  readonly givenBy: PersonId | null;
}

export interface KeepingText {
  readonly calendars: Readonly<Record<string, CalendarEdition>>;
  readonly now: Instant;
  readonly newId: () => string;
}

/** The text takes its place among the versions of its desk; those that waited for a day of its are withdrawn. */
export const keepText = async (
  q: Queries,
  { deskId, slug, source, sha256, regulation, versions, givenBy }: TextToKeep,
  { calendars, now, newId }: KeepingText,
): Promise<readonly RegulationChange[]> => {
  const { edition, zone } = regulation;
  const { kept, from, withdrawn } = placeText(versions, sha256, now, edition.effectiveFrom);
  if (kept === undefined)
    await insertRegulationVersion(q, {
      deskId,
      regulationVersionId: newId() as RegulationVersionId,
      edition: edition.label,
      effectiveFrom: from,
      source,
      sha256,
      at: now,
      givenBy,
    });
  const current = from > now ? undefined : versionInForce(versions, now);
  const before = current === undefined ? null : parseRegulation(current.source, calendars);
  await followProducts(q, deskId, regulation, before?.ok === true ? before.regulation : null, { now, newId });
  if (withdrawn.length > 0) {
    const ids = withdrawn.map(({ regulationVersionId }) => regulationVersionId);
    await withdrawVersions(q, deskId, ids, now);
  }
  const change = (kind: 'in-force' | 'planned' | 'withdrawn', label: string, at: Instant) =>
    ({ slug, kind, edition: label, from: at, zone }) as const;
  const gone = withdrawn.map((one) => change('withdrawn', one.edition, one.effectiveFrom));
  if (from > now) return [...gone, change('planned', edition.label, from)];
  return kept === undefined ? [...gone, change('in-force', edition.label, from)] : gone;
};
