import type { ClockView } from '@reglament/contract';
import type { Regulation } from '@reglament/desk';

/** A clause with its place and words; only its id where the edition has no such clause. */
export const presentClause = (regulation: Regulation, id: string): ClockView['clause'] => {
  const clause = regulation.clauses.find((c) => c.id === id);
  return { id, place: clause?.place ?? '', says: clause?.says ?? { ru: '', en: '' } };
};
