/** A screen that people begin with, as the build names it. */
export type FirstScreenName = 'sign-in' | 'portal' | 'queue' | 'ticket';

const places: readonly (readonly [RegExp, FirstScreenName])[] = [
  [/^\/sign-in\/?$/, 'sign-in'],
  [/^\/(d\/[^/]+\/?)?$/, 'queue'],
  [/^\/d\/[^/]+\/t\/[^/]+\/?$/, 'ticket'],
  [/^\/p\/[^/]+\/?$/, 'portal'],
];

/** The screen at a path; null: one that nobody begins with, whose files are asked for when its code is there. */
export const screenAt = (pathname: string): FirstScreenName | null =>
  places.find(([place]) => place.test(pathname))?.[1] ?? null;
