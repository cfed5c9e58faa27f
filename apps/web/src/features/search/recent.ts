const MOST = 6;
const LONGEST = 200;

/** Something that was opened from the palette. */
export interface Recent {
  readonly place: string;
  readonly title: string;
  readonly note: string;
}

const isRecent = (one: unknown): one is Recent =>
  typeof one === 'object' &&
  one !== null &&
  'place' in one &&
  typeof one.place === 'string' &&
  one.place.startsWith('/d/') &&
  'title' in one &&
  typeof one.title === 'string' &&
  'note' in one &&
  typeof one.note === 'string';

/** Each person's at each desk, in this browser. */
const keyOf = (personId: string, desk: string): string => `reglament.recent.${personId}.${desk}`;

/** The last first; a browser that keeps nothing has none. */
export const readRecent = (personId: string, desk: string): readonly Recent[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId, desk)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
};

/** What was opened again moves to the front. */
export const withRecent = (kept: readonly Recent[], opened: Recent): readonly Recent[] =>
  [
    { ...opened, title: opened.title.slice(0, LONGEST), note: opened.note.slice(0, LONGEST) },
    ...kept.filter(({ place }) => place !== opened.place),
  ].slice(0, MOST);

export const keepRecent = (personId: string, desk: string, opened: Recent): void => {
  try {
    const kept = withRecent(readRecent(personId, desk), opened);
    localStorage.setItem(keyOf(personId, desk), JSON.stringify(kept));
  } catch {
    // Without a store nothing is recent.
  }
};
