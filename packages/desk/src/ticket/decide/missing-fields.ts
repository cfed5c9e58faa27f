import type { Regulation } from '../../regulation/regulation.ts';

/** Required intake fields of this ticket type whose answer is not known, in the regulation's order. */
export const missingFields = (
  regulation: Regulation,
  ticketType: string | null,
  stated: readonly string[],
): readonly string[] =>
  regulation.intake
    .filter(
      (f) =>
        f.required &&
        (f.types === null || (ticketType !== null && f.types.includes(ticketType))) &&
        !stated.includes(f.id),
    )
    .map((f) => f.id);
