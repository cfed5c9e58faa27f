import { asLived, type DeskId, regulationOfTicket, type RegulationVersionId } from '@reglament/desk';
import type { RegulationVersionRow } from '../store/queries/desks.ts';
import type { RegulationInForce, RegulationShelf } from './context.ts';
import { versionsSince } from './place-text.ts';

interface Source {
  /** Versions of a desk, the latest effective first; `anew`: whatever is believed of them. */
  readonly versions: (deskId: DeskId, how?: 'anew') => Promise<readonly RegulationVersionRow[]>;
  readonly byVersion: (deskId: DeskId, version: RegulationVersionId) => Promise<RegulationInForce>;
}

const isFollowed = ({ regulation }: RegulationInForce): boolean => regulation.versions?.tickets === 'current';

/** What tickets go by: each its own edition, and which later ones they go over to (R43). */
export const editionsInForce = ({
  versions,
  byVersion,
}: Source): Pick<RegulationShelf, 'ofTicket' | 'followed' | 'laterEditions'> => ({
  ofTicket: async (deskId, ticket) => {
    const pinned = await byVersion(deskId, ticket.regulationVersionId);
    const left = await Promise.all((ticket.left ?? []).map((version) => byVersion(deskId, version)));
    const lived = { ...pinned, ...regulationOfTicket(asLived(left, pinned), ticket) };
    return left.length === 0
      ? lived
      : { ...lived, left: new Map(left.map((one) => [one.regulationVersionId, one.regulation])) };
  },
  followed: async (deskId, at) => {
    const rows = await versions(deskId);
    for (const [index, { regulationVersionId, withdrawnAt, effectiveFrom }] of rows.entries()) {
      if (withdrawnAt !== null || effectiveFrom > at) continue;
      if (!isFollowed(await byVersion(deskId, regulationVersionId))) continue;
      const earlier = rows.slice(index + 1).map((one) => one.regulationVersionId);
      return { regulationVersionId, effectiveFrom, earlier };
    }
    return null;
  },
  laterEditions: async (deskId, ticket, at) => {
    const gone = [
      ticket.regulationVersionId,
      ...(ticket.notFollowed === undefined ? [] : [ticket.notFollowed]),
    ];
    const listed = await versions(deskId);
    // Another node may have taken it further than this one knows.
    const isBehind = gone.some((id) => !listed.some((row) => row.regulationVersionId === id));
    const rows = versionsSince(isBehind ? await versions(deskId, 'anew') : listed, ticket, at);
    const editions = await Promise.all(rows.map((row) => byVersion(deskId, row.regulationVersionId)));
    return editions
      .filter(isFollowed)
      .map((edition) => ({ ...edition, ...regulationOfTicket(edition, ticket) }));
  },
});
