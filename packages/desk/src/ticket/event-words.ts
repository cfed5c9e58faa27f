import type { Instant } from '@reglament/working-time';
import type { ClauseId, Regulation, Text } from '../regulation/regulation.ts';

export interface EventWords {
  readonly says: Text;
  /** Clause of the regulation behind it; null: none. */
  readonly clause: ClauseId | null;
}

/** Names that the journal does not hold. */
export interface EventNames {
  readonly regulation: Regulation;
  readonly person: (personId: string) => string;
  /** An instant as people of this desk read it. */
  readonly moment: (at: Instant) => Text;
}

export const nothing: Text = { ru: '—', en: '—' };

/** A sentence in both languages, with its clause. */
export const words = (ru: string, en: string, clause: ClauseId | null = null): EventWords => ({
  says: { ru, en },
  clause,
});

/** A clock by its name; its id where the edition has no such clock. */
export const clockName = (r: Regulation, id: string): Text =>
  r.clocks.find((c) => c.id === id)?.name ?? { ru: id, en: id };
