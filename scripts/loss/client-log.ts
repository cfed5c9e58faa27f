/** What the server acknowledged, as the client remembers it. */
export interface Acknowledged {
  readonly kind: 'ticket' | 'note';
  readonly desk: string;
  readonly number: number;
  /** Text that is in the database exactly once. */
  readonly mark: string;
  /** A repetition was needed: what became of the first attempt was unknown. */
  readonly repeated: boolean;
}

/** The client's own memory: never shared with the server, compared with the database at the end. */
export interface ClientLog {
  readonly acknowledged: Acknowledged[];
  /** Every mark that was ever sent: nothing else may be in the database. */
  readonly sent: Set<string>;
  /** Attempts whose outcome was unknown: no answer, or 5xx. */
  unknown: number;
  /** Answers that only say a repetition was recognised. */
  replayed: number;
  readonly refused: string[];
}

export const newClientLog = (): ClientLog => ({
  acknowledged: [],
  sent: new Set(),
  unknown: 0,
  replayed: 0,
  refused: [],
});
