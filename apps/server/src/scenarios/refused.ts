/** A "no" of the desk, thrown so that no scenario passes one over; `clause` is what it cites, `words` are those for people. */
export class Refused extends Error {
  readonly code: string;
  readonly clause: string | null;
  readonly words: string | null;

  constructor(code: string, clause: string | null, words: string | null = null) {
    super(clause === null ? `refused: ${code}` : `refused: ${code} by ${clause}`);
    this.code = code;
    this.clause = clause;
    this.words = words;
  }
}
