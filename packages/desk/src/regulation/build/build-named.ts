import { clauseAt, ownClauseAt, textOf, type BuildContext } from './build-context.ts';
import { type CompanyRole, type NamedThing, type Term, type VersionRules } from '../handling-rules.ts';
import { type Path } from '../problem.ts';

export const namedAt = (
  context: BuildContext,
  record: NonNullable<BuildContext['file']['named-people']>,
  path: Path,
): readonly NamedThing[] =>
  Object.entries(record).map(([id, file]) => ({
    id,
    name: textOf(file.name),
    definition: file.definition === undefined ? null : textOf(file.definition),
    clause: clauseAt(context, file.clause, [...path, id, 'clause']),
  }));

export const buildNamed = (
  context: BuildContext,
  key: 'installation-types' | 'named-people',
): readonly NamedThing[] => namedAt(context, context.file[key] ?? {}, [key]);

export const buildCompanyRoles = (context: BuildContext): readonly CompanyRole[] => {
  const record = context.file['company-roles'] ?? {};
  return namedAt(context, record, ['company-roles']).map((role) => ({
    ...role,
    offeredBy: ownClauseAt(context, record[role.id]?.['offered-by'], [
      'company-roles',
      role.id,
      'offered-by',
    ]),
  }));
};

export const buildTerms = (context: BuildContext): readonly Term[] =>
  Object.entries(context.file.terms ?? {}).map(([id, file]) => ({
    id,
    name: textOf(file.name),
    definition: textOf(file.definition),
    clause: clauseAt(context, file.clause, ['terms', id, 'clause']),
  }));

export const buildVersions = (context: BuildContext): VersionRules | null => {
  const file = context.file.versions;
  if (file === undefined) return null;
  return {
    tickets: file.tickets,
    certificates: file.certificates,
    calendars: file.calendars,
    customersTold: file['customers-told'] === 'yes',
    clause: clauseAt(context, file.clause, ['versions', 'clause']),
  };
};
