import { problemAt, type RegulationProblem } from '../problem.ts';
import { MAX_BYTES, placeAt } from '../read-yaml.ts';

/** Marks that turn the direction of writing: a line with one reads otherwise than it stands. Also as an escape. */
const MARK = /[\u202a-\u202e\u2066-\u2069]|\\(?:u|U0000)(?:202[a-e]|206[6-9])/giu;
/** So many are told. */
const MOST = 20;

/**
 * Marks of direction anywhere in a new text, in comments too. No fault of reading: a text that was kept before they were looked
 * for is read as ever.
 */
export const directionMarks = (text: string): readonly RegulationProblem[] => {
  const found: RegulationProblem[] = [];
  for (const { index } of text.slice(0, MAX_BYTES).matchAll(MARK)) {
    if (found.length === MOST) break;
    found.push(problemAt({ path: '', ...placeAt(text, index) }, 'direction-mark'));
  }
  return found;
};
