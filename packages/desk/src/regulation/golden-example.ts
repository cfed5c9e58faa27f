import type { Instant } from '@reglament/working-time';
import type { ClauseId, ClockId, PackageId, PriorityId } from './regulation.ts';

/** A case the regulation's owner has worked out by hand; it must come out the same whenever the file is checked. */
export interface GoldenExample {
  readonly clock: ClockId;
  readonly packageId: PackageId;
  readonly priority: PriorityId | null;
  /** null: the ticket has no type yet. */
  readonly type: string | null;
  /** Start of the clock: receipt, registration or classification. */
  readonly from: Instant;
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant }[];
  /** A date agreed at a moment, for the clock's deadline or for a clock that begins with it; null: none. */
  readonly agreed: { readonly at: Instant; readonly date: Instant } | null;
  readonly due: Instant;
  readonly clause: ClauseId;
  /** Where `due` stands in the file. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}
