import type { Deed } from './any-life.ts';
import { takeBackOnPaper, upgradeOnPaper } from './sketch-commands.ts';
import { ask, type Held, reasonId, type Stand } from './stand.ts';

/** Licences for a version of the catalogue, or for one that it has not; or some of those that are out are taken back. */
export const upgrade = (stand: Stand, held: Held, { kind, pick, more }: Deed, now: number): Held => {
  const { sketch } = held;
  const over = sketch.revokedAt !== null;
  if (kind === 'take-back') {
    const licence = pick % (sketch.upgrades.length + 1);
    const onPaper = over ? 'revoked' : takeBackOnPaper(sketch, licence);
    return ask(stand, held, { type: 'RevokeUpgradeLicence', licence, reasonId }, onPaper, now);
  }
  const order = { quantity: more % 4, isListed: pick % 5 !== 0 };
  const known = { bought: '4.1', isCommissioned: true, hasWorked: true, activated: null } as const;
  return ask(
    stand,
    held,
    {
      type: 'IssueUpgradeLicence',
      version: '5.0',
      quantity: order.quantity,
      number: null,
      known: { ...known, isListed: order.isListed },
    },
    over ? 'revoked' : upgradeOnPaper(sketch, order, stand.paper, now),
    now,
  );
};
