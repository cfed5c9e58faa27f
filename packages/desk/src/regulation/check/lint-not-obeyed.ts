import type { RegulationFile } from '../file/regulation-file.ts';
import type { Path } from '../problem.ts';
import type { LintContext } from './lint-context.ts';

/** What the language says and the desk does not do by itself yet. Shorten it with what the desk learns. */
const NOT_OBEYED: readonly (readonly [Path, (file: RegulationFile) => boolean])[] = [
  [['certificates'], (file) => file.certificates !== undefined],
  [['releases'], (file) => file.releases !== undefined],
  [['sales'], (file) => file.sales !== undefined],
  [['works', 'visit'], (file) => file.works?.visit !== undefined],
  [['works', 'remote-session'], (file) => file.works?.['remote-session'] !== undefined],
  [['works', 'live-system'], (file) => file.works?.['live-system'] !== undefined],
  [['works', 'test-bench'], (file) => file.works?.['test-bench'] !== undefined],
  [['works', 'estimate'], (file) => file.works?.estimate !== undefined],
  [['works', 'defect'], (file) => file.works?.defect !== undefined],
];

export const lintNotObeyed = ({ file, problems }: LintContext): void => {
  for (const [path, isSaid] of NOT_OBEYED)
    if (isSaid(file)) problems.add('not-obeyed-yet', path, { part: path.join('.') });
};
