import { SEARCH_CHARACTERS } from '@reglament/contract';

/**
 * What is sent of something typed, however much that is: an address holds no more than 8 KiB. One character too many goes along, so
 * that the answer says that not all of it counted.
 */
export const sentText = (typed: string): string =>
  typed
    .trim()
    .slice(0, SEARCH_CHARACTERS + 1)
    // Half a sign, where the cut went through one.
    .replace(/[\uD800-\uDBFF]$/u, '.');
