import { END_OF_INSTANTS, type Instant } from '@reglament/working-time';

/** Stands for a moment that nobody knows: later than any request. */
export const NEVER = (END_OF_INSTANTS - 1) as Instant;
