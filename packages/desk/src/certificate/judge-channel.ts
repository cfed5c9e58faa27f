import type { ChannelId, Package, PackageId, PriorityId, Regulation } from '../regulation/regulation.ts';
import type { Coverage, EntitlementQuestion, TreatedAs } from './coverage.ts';
import type { ChannelTried } from './entitlement-trail.ts';

export const packageOf = (regulation: Regulation, id: PackageId): Package | undefined =>
  regulation.packages.find((p) => p.id === id);

export const takesChannel = (p: Package, channel: ChannelId, priority: PriorityId | null): boolean =>
  p.channels.some(
    (c) =>
      c.channel === channel &&
      (c.priorities === null || (priority !== null && c.priorities.includes(priority))),
  );

type Asked = Pick<EntitlementQuestion, 'channel' | 'priority'>;

/** What becomes of a request over this channel under a package: taken, taken as if over another, or not. */
export const judgeChannel = (
  regulation: Regulation,
  p: Package,
  { channel, priority }: Asked,
): ChannelTried => {
  const { otherChannel } = regulation.entitlement;
  const tried = { packageId: p.id, clause: p.channelsClause };
  if (otherChannel.kind === 'served' || takesChannel(p, channel, priority))
    return { ...tried, outcome: 'taken' };
  return otherChannel.kind === 'as' &&
    (otherChannel.from === null || otherChannel.from.includes(channel)) &&
    takesChannel(p, otherChannel.channel, priority)
    ? { ...tried, outcome: 'treated-as', as: otherChannel.channel }
    : { ...tried, outcome: 'not-taken' };
};

type Served = Extract<Coverage, { readonly treatedAs?: TreatedAs }>;

/** What is served, as the channel lets it. */
export const throughChannel = (served: Served, tried: ChannelTried): Coverage => {
  const { packageId, outcome, clause, as } = tried;
  if (outcome === 'taken') return served;
  if (outcome === 'treated-as' && as !== undefined) return { ...served, treatedAs: { channel: as, clause } };
  const certificateId = served.kind === 'covered' ? served.certificateId : null;
  return { kind: 'channel', packageId, certificateId, clause };
};
