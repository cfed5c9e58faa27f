import { buildCondition } from './build-condition.ts';
import {
  checkReference,
  clauseAt,
  keysOf,
  ownClauseAt,
  packagesAt,
  serviceAt,
  textOf,
  type BuildContext,
} from './build-context.ts';
import { type Exclusion, type QueueRule, type Routing, type SupportLine } from '../handling-rules.ts';
import { type Path } from '../problem.ts';

export const buildExclusions = (context: BuildContext): readonly Exclusion[] =>
  Object.entries(context.file.exclusions ?? {}).map(([id, file]) => {
    const path = ['exclusions', id];
    return {
      id,
      name: textOf(file.name),
      packages: packagesAt(context, file.packages, [...path, 'packages']),
      service: serviceAt(context, file.service, [...path, 'service']),
      when: buildCondition(context, file.when, [...path, 'when']),
      instead: file.instead === undefined ? null : textOf(file.instead),
      insteadClause: ownClauseAt(context, file['instead-clause'], [...path, 'instead-clause']),
      clause: clauseAt(context, file.clause, [...path, 'clause']),
    };
  });

export const buildLines = (context: BuildContext): readonly SupportLine[] =>
  Object.entries(context.file.lines ?? {}).map(([id, file]) => ({
    id,
    name: textOf(file.name),
    does: textOf(file.does),
    clause: clauseAt(context, file.clause, ['lines', id, 'clause']),
  }));

export const buildRouting = (context: BuildContext): Routing | null => {
  const file = context.file.routing;
  if (file === undefined) return null;
  const lineAt = (value: string | number, path: Path) =>
    checkReference(context, 'line', String(value), keysOf(context.file.lines ?? {}), path);
  const people = keysOf(context.file['named-people'] ?? {});
  return {
    lines: (file.lines ?? []).map((row, index) => {
      const path = ['routing', 'lines', index];
      return {
        when: buildCondition(context, row.when, [...path, 'when']),
        line: lineAt(row.line, [...path, 'line']),
        clause: clauseAt(context, row.clause, [...path, 'clause']),
      };
    }),
    people: (file.people ?? []).map((row, index) => {
      const path = ['routing', 'people', index];
      return {
        when: buildCondition(context, row.when, [...path, 'when']),
        to: checkReference(context, 'named-person', row.to, people, [...path, 'to']),
        clause: clauseAt(context, row.clause, [...path, 'clause']),
      };
    }),
    handOvers: (file['hand-overs'] ?? []).map((row, index) => {
      const path = ['routing', 'hand-overs', index];
      return {
        from: lineAt(row.from, [...path, 'from']),
        to: lineAt(row.to, [...path, 'to']),
        needs: (row.needs ?? []).map(textOf),
        clause: clauseAt(context, row.clause, [...path, 'clause']),
      };
    }),
  };
};

export const buildQueue = (context: BuildContext): QueueRule | null => {
  const file = context.file.queue;
  if (file === undefined) return null;
  return { order: file.order, clause: clauseAt(context, file.clause, ['queue', 'clause']) };
};
