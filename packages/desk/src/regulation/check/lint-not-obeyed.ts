import type { RegulationFile } from '../file/regulation-file.ts';
import type { Path } from '../problem.ts';
import type { LintContext } from './lint-context.ts';

type Said = (file: RegulationFile) => boolean;

const WORKS = ['visit', 'remote-session', 'live-system', 'test-bench', 'estimate', 'defect'] as const;

/** What the language says and the desk does not do by itself yet. Shorten it with what the desk learns. */
const NOT_OBEYED: readonly (readonly [Path, Said])[] = [
  [['versions', 'customers-told'], ({ versions }) => versions?.['customers-told'] === 'yes'],
  [['outsiders'], ({ outsiders }) => outsiders?.may === 'assigned-tickets'],
  [['cabinet'], ({ cabinet }) => cabinet !== undefined],
  [['entitlement', 'standing-of'], ({ entitlement }) => entitlement['standing-of'] === 'end-customer'],
  ...WORKS.map((key): readonly [Path, Said] => [['works', key], ({ works }) => works?.[key] !== undefined]),
  [['releases'], ({ releases }) => releases !== undefined],
];

export const lintNotObeyed = ({ file, problems }: LintContext): void => {
  for (const [path, isSaid] of NOT_OBEYED)
    if (isSaid(file)) problems.add('not-obeyed-yet', path, { part: path.join('.') });
  for (const [id, held] of Object.entries(file.packages))
    if (held['registered-in'] === 'cabinet')
      problems.add('not-obeyed-yet', ['packages', id, 'registered-in'], {
        part: `packages.${id}.registered-in`,
      });
  for (const [place, { free }] of (file.certificates?.offers ?? []).entries())
    if (free !== undefined)
      problems.add('not-obeyed-yet', ['certificates', 'offers', place, 'free'], {
        part: 'certificates.offers.*.free',
      });
};
