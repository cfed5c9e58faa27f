/** A "no" of the desk, thrown so that no scenario passes one over; `clause` is what it cites. */
export class Refused extends Error {
  readonly code: string;
  readonly clause: string | null;

  constructor(code: string, clause: string | null) {
    super(clause === null ? `refused: ${code}` : `refused: ${code} by ${clause}`);
    this.code = code;
    this.clause = clause;
  }
}
