import { type DeskId, parseRegulation, type CalendarEdition, type Regulation } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { followNames, insertNamedProducts } from '../store/products.ts';
import { hasProducts } from '../store/queries/products.ts';

interface Keeping {
  readonly now: Instant;
  readonly newId: () => string;
}

const putIn = (q: Queries, deskId: DeskId, { products }: Regulation, newId: () => string): Promise<void> =>
  insertNamedProducts(
    q,
    deskId,
    products.map((name) => ({ productId: newId(), name })),
  );

/**
 * The catalogue has every product that the desk's text names. Where a text comes into force after another, what only the
 * former named is retired, never deleted, and what only the later names comes back.
 *
 * @param before the text in force until now; null: there was none, or the new one waits for its day.
 */
export const followProducts = async (
  q: Queries,
  deskId: DeskId,
  after: Regulation,
  before: Regulation | null,
  { now, newId }: Keeping,
): Promise<void> => {
  await putIn(q, deskId, after, newId);
  if (before === null) return;
  const gone = before.products.filter((name) => !after.products.includes(name));
  const back = after.products.filter((name) => !before.products.includes(name));
  if (gone.length + back.length > 0) await followNames(q, deskId, { gone, back }, now);
};

/** A desk from before there was a catalogue gets the products of the text that it goes by. */
export const fillCatalogue = async (
  q: Queries,
  deskId: DeskId,
  source: string,
  calendars: Readonly<Record<string, CalendarEdition>>,
  { newId }: Pick<Keeping, 'newId'>,
): Promise<void> => {
  if (await hasProducts(q, deskId)) return;
  const parsed = parseRegulation(source, calendars);
  if (parsed.ok) await putIn(q, deskId, parsed.regulation, newId);
};
