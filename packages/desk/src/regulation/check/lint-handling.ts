import type { Condition } from '../condition.ts';
import type { Routing } from '../handling-rules.ts';
import type { Path } from '../problem.ts';
import { isWider } from './is-wider.ts';
import type { LintContext } from './lint-context.ts';

const lintRows = (
  { problems }: LintContext,
  path: Path,
  rows: readonly { readonly when: Condition | null }[],
): void => {
  for (const [index, { when }] of rows.entries()) {
    const by = rows.slice(0, index).findIndex((earlier) => isWider(earlier.when, when));
    if (by >= 0)
      problems.addBoth(
        'routing-row-unreachable',
        [
          [...path, index],
          [...path, by],
        ],
        {
          row: String(index + 1),
          by: String(by + 1),
        },
      );
  }
};

const lintLines = ({ regulation, problems }: LintContext, routing: Routing | null): void => {
  const reached = new Set([
    ...(routing?.lines ?? []).map(({ line }) => line),
    ...(routing?.handOvers ?? []).map(({ to }) => to),
  ]);
  for (const { id } of regulation.lines)
    if (!reached.has(id)) problems.add('line-unreached', ['lines', id], { line: id });
};

const lintRouting = (context: LintContext): void => {
  const { routing } = context.regulation;
  lintLines(context, routing);
  if (routing === null) return;
  lintRows(context, ['routing', 'lines'], routing.lines);
  lintRows(context, ['routing', 'people'], routing.people);
  if (routing.lines.length > 0 && routing.lines.every(({ when }) => when !== null))
    context.problems.add('routing-without-rest', ['routing', 'lines']);
  for (const [index, { from, to }] of routing.handOvers.entries())
    if (from === to)
      context.problems.add('hand-over-nowhere', ['routing', 'hand-overs', index], { line: from });
};

const lintIntake = ({ regulation, problems }: LintContext): void => {
  const { intake, priorities, ticketTypes } = regulation;
  for (const [index, { id, source, labels, packages }] of intake.entries()) {
    const path = ['intake', id];
    const idle =
      (source === 'priority' && priorities.length === 0) || (source === 'type' && ticketTypes.length === 0);
    if (source !== null && idle) problems.add('intake-idle', [...path, 'from'], { from: source });
    const before = intake.slice(0, index);
    const twice = before.find(
      (one) => source !== null && one.source === source && (one.packages === null || packages === null),
    );
    if (twice !== undefined && source !== null)
      problems.addBoth(
        'intake-twice',
        [
          [...path, 'from'],
          ['intake', twice.id, 'from'],
        ],
        {
          from: source,
          other: twice.id,
        },
      );
    for (const [at, label] of labels.entries()) {
      const other = before.find((one) => one.labels.includes(label));
      if (other !== undefined)
        problems.addBoth(
          'label-twice',
          [
            [...path, 'labels', at],
            ['intake', other.id, 'labels'],
          ],
          {
            label,
            other: other.id,
          },
        );
    }
  }
};

const lintLifecycle = ({ file, regulation, problems }: LintContext): void => {
  const { lifecycle, clocks, entitlement, edition } = regulation;
  if (
    lifecycle.afterClosing.reopensWithinDays !== null &&
    clocks.every(({ onObjection }) => onObjection === 'leave')
  )
    problems.add('reopened-without-clock', ['lifecycle', 'after-closing']);
  if (entitlement.abuse?.stoppedBy === 'lead' && entitlement.abuse.reversedBy === 'engineer')
    problems.add('abuse-reversed-below', ['entitlement', 'abuse', 'reversed-by']);
  if (file.edition['in-force-from'] < edition.date)
    problems.addBoth('in-force-before-date', [
      ['edition', 'in-force-from'],
      ['edition', 'date'],
    ]);
};

/** Routes and fields that nobody reaches, and a life of tickets that leads nowhere. */
export const lintHandling = (context: LintContext): void => {
  lintRouting(context);
  lintIntake(context);
  lintLifecycle(context);
};
