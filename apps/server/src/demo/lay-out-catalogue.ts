import type { DeskId, Regulation } from '@reglament/desk';
import { addDays, localDateOf, type Instant } from '@reglament/working-time';
import { keepVersion } from '../store/products.ts';
import { catalogueRows } from '../store/queries/products.ts';
import type { Context } from '../use-cases/context.ts';
import type { DemoVersion } from './stories/catalogues.ts';

/** Versions of the products that the desk's regulation names; a product that it does not name gets none. */
export const layOutCatalogue = (
  context: Context,
  deskId: DeskId,
  versions: Readonly<Record<string, readonly DemoVersion[]>>,
  { zone }: Regulation,
  end: Instant,
): Promise<void> =>
  context.db.inDesk(deskId, async (q) => {
    const today = localDateOf(zone, end);
    const dayOf = (days: number | null): string | null => (days === null ? null : addDays(today, days));
    for (const { productId, name } of await catalogueRows(q, deskId))
      for (const { number, released, outdated, endOfLife, platforms } of versions[name] ?? [])
        await keepVersion(
          q,
          deskId,
          { productId, productVersionId: context.newId() },
          {
            number,
            releasedOn: addDays(today, released),
            outdatedOn: dayOf(outdated),
            endOfLifeOn: dayOf(endOfLife),
            platforms,
          },
        );
  });
