import type { Text } from '../regulation/regulation.ts';

/** The items of a list by their places; places that the list doesn't have are left out. */
export const itemsAt = (list: readonly Text[], places: readonly number[]): readonly Text[] =>
  places.flatMap((place) => list[place] ?? []);
