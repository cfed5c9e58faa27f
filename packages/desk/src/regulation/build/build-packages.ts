import { buildCondition } from './build-condition.ts';
import {
  checkReference,
  clauseAt,
  keysOf,
  ownClauseAt,
  prioritiesAt,
  referencesAt,
  scheduleAt,
  textOf,
  type BuildContext,
} from './build-context.ts';
import type { Path } from '../problem.ts';
import type { RegulationFile } from '../file/regulation-file.ts';
import type {
  ChannelId,
  Package,
  PackageChannel,
  PackageHours,
  Service,
  ServiceLevel,
  TicketQuota,
} from '../regulation.ts';

type PackageFile = RegulationFile['packages'][string];

const hoursOf = (context: BuildContext, hours: PackageFile['hours'], path: Path): readonly PackageHours[] => {
  if (typeof hours === 'string') return [{ priorities: null, schedule: scheduleAt(context, hours, path) }];
  const rows = Object.entries(hours).map(([key, schedule]) => ({
    priorities: key === 'else' ? null : prioritiesAt(context, key, [...path, key], false),
    schedule: scheduleAt(context, schedule, [...path, key]),
  }));
  const named = rows.flatMap((row) => row.priorities ?? []);
  const known = keysOf(context.file.priorities);
  const twice = named.find((priority, index) => named.indexOf(priority) !== index);
  if (twice !== undefined) context.problems.add('hours-overlap', path, { priority: twice });
  const missing = known.filter((priority) => !named.includes(priority));
  if (missing.length > 0 && !rows.some((row) => row.priorities === null))
    context.problems.add('hours-missing', path, { priorities: missing.join(', ') });
  return rows;
};

const channelsOf = (
  context: BuildContext,
  channels: PackageFile['channels'],
  path: Path,
): readonly PackageChannel[] =>
  Array.isArray(channels)
    ? channels.map((channel) => ({ channel, priorities: null }))
    : Object.entries(channels).map(([channel, priorities]) => ({
        channel: channel as ChannelId,
        priorities: prioritiesAt(context, priorities, [...path, channel], false),
      }));

const quotaOf = (context: BuildContext, file: PackageFile['tickets'], path: Path): TicketQuota | null =>
  file === undefined || file === 'unlimited'
    ? null
    : {
        count: file.count,
        per: file.per,
        over: file.over,
        clause: clauseAt(context, file.clause, [...path, 'clause']),
      };

const codeOf = (context: BuildContext, file: PackageFile['code'], path: Path): Package['code'] =>
  file === undefined
    ? null
    : {
        parts: file.parts.map(({ figure, means }) => ({ figure, means: textOf(means) })),
        clause: clauseAt(context, file.clause, [...path, 'clause']),
      };

const buildPackage = (context: BuildContext, id: string, file: PackageFile): Package => {
  const path = ['packages', id];
  return {
    id,
    name: textOf(file.name),
    rank: file.rank,
    hours: hoursOf(context, file.hours, [...path, 'hours']),
    channels: channelsOf(context, file.channels, [...path, 'channels']),
    code: codeOf(context, file.code, [...path, 'code']),
    cabinet: file.cabinet === undefined ? null : file.cabinet === 'yes',
    registeredIn: file['registered-in'] ?? null,
    onlyFrom: referencesAt(
      context,
      'company-role',
      file['only-from'],
      keysOf(context.file['company-roles'] ?? {}),
      [...path, 'only-from'],
    ),
    quota: quotaOf(context, file.tickets, [...path, 'tickets']),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
    channelsClause: clauseAt(context, file['channels-clause'], [...path, 'channels-clause']),
  };
};

export const buildPackages = (context: BuildContext): readonly Package[] => {
  const packages = Object.entries(context.file.packages).map(([id, file]) => buildPackage(context, id, file));
  if (packages.length === 0) context.problems.add('package-missing', ['packages']);
  for (const [index, one] of packages.entries())
    if (packages.slice(0, index).some((other) => other.rank === one.rank))
      context.problems.add('rank-twice', ['packages', one.id, 'rank'], { rank: String(one.rank) });
  return packages;
};

export const buildServices = (context: BuildContext): readonly Service[] =>
  Object.entries(context.file.services).map(([id, file]) => {
    const path = ['services', id];
    const known = keysOf(context.file.packages);
    const levels: Record<string, ServiceLevel> = {};
    for (const [key, level] of Object.entries(file.packages)) {
      if (key !== 'any') checkReference(context, 'package', key, known, [...path, 'packages', key]);
      for (const packageId of key === 'any' ? known : [key])
        if (key !== 'any' || !Object.hasOwn(file.packages, packageId)) levels[packageId] = level;
    }
    const missing = known.filter((packageId) => levels[packageId] === undefined);
    if (missing.length > 0)
      context.problems.add('service-missing', [...path, 'packages'], { packages: missing.join(', ') });
    return {
      id,
      name: textOf(file.name),
      packages: levels,
      when: buildCondition(context, file.when, [...path, 'when']),
      instead: file.instead === undefined ? null : textOf(file.instead),
      insteadClause: ownClauseAt(context, file['instead-clause'], [...path, 'instead-clause']),
      clause: clauseAt(context, file.clause, [...path, 'clause']),
    };
  });
