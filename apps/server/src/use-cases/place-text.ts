import type { Instant } from '@reglament/working-time';

/** What is known of a version of a desk's regulation without its text. */
export interface KeptVersion {
  readonly effectiveFrom: Instant;
  readonly sha256: string;
  /** When another text took the place of one that was waiting for its day; null: it stands. */
  readonly withdrawnAt: Instant | null;
}

const standing = <V extends KeptVersion>(versions: readonly V[]): readonly V[] =>
  versions.filter(({ withdrawnAt }) => withdrawnAt === null);

/**
 * The version in force at an instant; the earliest one when none has begun: a desk is never without.
 *
 * @param versions the latest effective first.
 */
export const versionInForce = <V extends KeptVersion>(versions: readonly V[], at: Instant): V | undefined => {
  const known = standing(versions);
  return known.find(({ effectiveFrom }) => effectiveFrom <= at) ?? known.at(-1);
};

/** What a ticket says of the versions that it has gone through. */
export interface GoneThrough {
  readonly regulationVersionId: string;
  /** The latest one that it was shown and could not go over to. */
  readonly notFollowed?: string;
}

/**
 * Versions that came into force after a ticket's own, the first one first; those before one that it could not go over to
 * are over for it.
 *
 * @param versions the latest effective first.
 */
export const versionsSince = <V extends KeptVersion & { readonly regulationVersionId: string }>(
  versions: readonly V[],
  { regulationVersionId, notFollowed }: GoneThrough,
  at: Instant,
): readonly V[] => {
  const last = versions.findIndex(
    (one) => one.regulationVersionId === regulationVersionId || one.regulationVersionId === notFollowed,
  );
  return standing(last === -1 ? [] : versions.slice(0, last))
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .toReversed();
};

export interface PlacedText<V> {
  /** The version that says this already: in force, or waiting for its day. Undefined: one has to be added. */
  readonly kept: V | undefined;
  /** From when on the desk goes by the text. */
  readonly from: Instant;
  /** Versions that were waiting for a day on which the desk goes by this text. */
  readonly withdrawn: readonly V[];
}

/**
 * Where the text of a file stands among the versions of its desk. The file is the last word: from its day on nothing else
 * comes into force. Only the first text of a desk begins in the past; later ones begin now at the earliest.
 *
 * @param versions the latest effective first.
 * @param dated the beginning of the day that the text itself names.
 */
export const placeText = <V extends KeptVersion>(
  versions: readonly V[],
  sha256: string,
  now: Instant,
  dated: Instant,
): PlacedText<V> => {
  const current = versionInForce(versions, now);
  const planned = standing(versions).filter(({ effectiveFrom }) => effectiveFrom > now);
  const isCurrent = current?.sha256 === sha256;
  const kept = isCurrent ? current : planned.find((one) => one.sha256 === sha256);
  const begins = current === undefined ? dated : (Math.max(dated, now) as Instant);
  const from = isCurrent ? now : (kept?.effectiveFrom ?? begins);
  return {
    kept,
    from,
    withdrawn: planned.filter((one) => one !== kept && one.effectiveFrom >= from),
  };
};

/** The text is in force and nothing waits to take its place: what most starts find. */
export const goesBy = (versions: readonly KeptVersion[], sha256: string, now: Instant): boolean =>
  versionInForce(versions, now)?.sha256 === sha256 &&
  standing(versions).every(({ effectiveFrom }) => effectiveFrom <= now);
