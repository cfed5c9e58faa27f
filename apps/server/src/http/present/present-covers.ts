import type { CertificatePage } from '@reglament/contract';
import {
  channelNames,
  findRule,
  type Package,
  type PriorityId,
  type Regulation,
  serviceClause,
  type SupportCertificate,
  targetWords,
  type Text,
} from '@reglament/desk';

type Covers = CertificatePage['covers'];

const NOTHING: Covers = { channels: [], hours: [], targets: [], services: [] };

const priorityNames = (
  priorities: readonly PriorityId[] | null,
  regulation: Regulation,
): readonly Text[] | null =>
  priorities?.map((id) => regulation.priorities.find((one) => one.id === id)?.name ?? { ru: id, en: id }) ??
  null;

const targetsOf = (
  { figures }: SupportCertificate,
  held: Package,
  regulation: Regulation,
): Covers['targets'] => {
  const priorities =
    regulation.priorities.length === 0 ? [null] : regulation.priorities.toSorted((a, b) => a.rank - b.rank);
  return regulation.clocks
    .filter(({ targets }) => targets.length > 0)
    .flatMap((clock) =>
      priorities.flatMap((priority) => {
        const rule = findRule(regulation, {
          clock: clock.id,
          packageId: held.id,
          priority: priority?.id ?? null,
        });
        if (rule === null) return [];
        const own = figures[clock.id];
        const target = own !== undefined && 'ms' in rule.target ? { ...rule.target, ms: own } : rule.target;
        return [
          {
            clock: clock.name,
            priority: priority?.name ?? null,
            within: { ru: targetWords(target, 'ru'), en: targetWords(target, 'en') },
            clause: rule.clause,
          },
        ];
      }),
    );
};

/** What a package gives: over which channels, in which hours, by when, which services. */
export const presentCovers = (certificate: SupportCertificate, regulation: Regulation): Covers => {
  const held = regulation.packages.find(({ id }) => id === certificate.packageId);
  if (held === undefined) return NOTHING;
  const names = (priorities: readonly PriorityId[] | null) => {
    const found = priorityNames(priorities, regulation);
    return found === null ? null : [...found];
  };
  return {
    channels: held.channels.map(({ channel, priorities }) => ({
      name: channelNames[channel],
      priorities: names(priorities),
    })),
    hours: held.hours.map(({ schedule, priorities }) => ({
      name: regulation.schedules.find(({ id }) => id === schedule)?.name ?? { ru: schedule, en: schedule },
      priorities: names(priorities),
    })),
    targets: targetsOf(certificate, held, regulation),
    services: regulation.services.map((service) => ({
      name: service.name,
      level: service.packages[held.id] ?? 'no',
      clause: serviceClause(regulation, service, held),
    })),
  };
};
