import { SPOILED_ANSWERS } from './spoiled-answers.ts';
import { SPOILED_HANDLING } from './spoiled-handling.ts';
import { SPOILED_MEANING } from './spoiled-meaning.ts';
import type { SpoiledPlace } from './spoiled-place.ts';
import { SPOILED_PROMISES } from './spoiled-promises.ts';
import { SPOILED_RIGHTS } from './spoiled-rights.ts';
import { SPOILED_SHAPE } from './spoiled-shape.ts';

/** The sound regulation spoiled in every way that `check` knows a word for. */
export const SPOILED: readonly SpoiledPlace[] = [
  ...SPOILED_SHAPE,
  ...SPOILED_MEANING,
  ...SPOILED_PROMISES,
  ...SPOILED_RIGHTS,
  ...SPOILED_HANDLING,
  ...SPOILED_ANSWERS,
];
