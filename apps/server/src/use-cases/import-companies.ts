import {
  type CompanyRefusal,
  type DeskId,
  type ImportedRow,
  type ImportPlan,
  planImport,
} from '@reglament/desk';
import {
  applyImport,
  everyCompany,
  everySite,
  everyStanding,
  lockCompanies,
  peopleKnownBy,
} from '../store/company-import.ts';
import { readCompanyTable } from '../text/read-company-table.ts';
import type { Context } from './context.ts';

export type ImportOutcome =
  | { readonly kind: 'read'; readonly plan: ImportPlan; readonly ignored: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: CompanyRefusal };

const named = (rows: readonly ImportedRow[], what: 'email' | 'phone'): readonly string[] => [
  ...new Set(rows.flatMap(({ person }) => person?.[what] ?? [])),
];

/**
 * Reads a table of companies and tells what each row does; with `apply` it is done, in one transaction, but for the wrong rows.
 * The same table again changes nothing.
 */
export const importCompanies = async (
  context: Context,
  input: { readonly deskId: DeskId; readonly table: Uint8Array; readonly apply: boolean },
): Promise<ImportOutcome> => {
  const table = readCompanyTable(input.table);
  if (table.kind === 'refused') return table;
  const { deskId } = input;
  const { rows, ignored } = table;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  return context.db.inDesk(deskId, async (q) => {
    if (input.apply) await lockCompanies(q, deskId);
    const companies = await everyCompany(q, deskId);
    const people = await peopleKnownBy(q, deskId, named(rows, 'email'), named(rows, 'phone'));
    const sites = rows.some(({ site }) => site !== null) ? await everySite(q, deskId) : [];
    const standings = rows.some(({ standing }) => standing !== null) ? await everyStanding(q, deskId) : [];
    const known = { companies, people, sites, standings, roles: regulation.companyRoles };
    const plan = planImport(rows, known, context.newId);
    if (input.apply) await applyImport(q, deskId, plan);
    return { kind: 'read', plan, ignored };
  });
};
