import type { z } from 'zod';
import { keysOf, packagesAt, prioritiesAt, referencesAt, type BuildContext } from './build-context.ts';
import type { Condition, FactId } from '../condition.ts';
import type { condition } from '../file/condition.ts';
import type { Path } from '../problem.ts';
import type { ChannelId } from '../regulation.ts';

type ConditionFile = z.infer<typeof condition>;

const FACTS: readonly FactId[] = [
  'version',
  'platform',
  'use',
  'work',
  'product',
  'commissioned',
  'working',
  'access',
  'ticket',
  'defect',
  'patch',
  'agreement',
  'notes',
  'at-hand',
  'feasible',
  'staff-agree',
];

const factsOf = (file: ConditionFile): Condition['facts'] => {
  const facts: Partial<Record<FactId, readonly string[]>> = {};
  for (const id of FACTS) {
    const value = file[id];
    if (value !== undefined) facts[id] = typeof value === 'string' ? [value] : value;
  }
  return facts;
};

const CHANNELS: readonly ChannelId[] = ['email', 'phone', 'portal', 'web-form', 'messenger', 'social'];

/** When a rule holds; null where the file names no condition. */
export const buildCondition = (
  context: BuildContext,
  file: ConditionFile | undefined,
  path: Path,
): Condition | null => {
  if (file === undefined) return null;
  if (Object.keys(file).length === 0) context.problems.add('condition-empty', path);
  const references = (
    key: 'types' | 'bought' | 'company-is' | 'installation-types',
    kind: 'type' | 'service' | 'company-role' | 'installation-type',
    known: object | undefined,
  ) => referencesAt(context, kind, file[key], keysOf(known ?? {}), [...path, key]);
  return {
    packages: file.packages === undefined ? null : packagesAt(context, file.packages, [...path, 'packages']),
    types: references('types', 'type', context.file.types),
    priorities:
      file.priorities === undefined
        ? null
        : prioritiesAt(context, file.priorities, [...path, 'priorities'], true),
    channels: referencesAt(context, 'channel', file.channels, CHANNELS, [...path, 'channels']) as
      | readonly ChannelId[]
      | null,
    bought: references('bought', 'service', context.file.services),
    companyIs: references('company-is', 'company-role', context.file['company-roles']),
    installationTypes: references(
      'installation-types',
      'installation-type',
      context.file['installation-types'],
    ),
    siteIn: file['site-in'] ?? null,
    interest:
      file.interest === undefined
        ? null
        : { customers: file.interest.customers ?? null, licences: file.interest.licences ?? null },
    facts: factsOf(file),
  };
};
