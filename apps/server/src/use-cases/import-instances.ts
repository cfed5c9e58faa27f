import type { InstanceTyped } from '@reglament/contract';
import {
  certificateNewsWords,
  certificateRefusalWords,
  companyRefusalWords,
  type CompanyId,
  type DeskId,
  foldKey,
  type InstanceRefusal,
  instanceRefusalWords,
  type PersonId,
  refuseInstance,
  type Regulation,
  type Text,
} from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { companiesNamed } from '../store/queries/companies-named.ts';
import { instanceOfKey, isKeyKnown } from '../store/instances.ts';
import { type InstanceTableRow, readInstanceTable } from '../text/read-instance-table.ts';
import type { Context } from './context.ts';
import { type InstanceOutcome, keepTyped, typedOf } from './keep-instance.ts';

export interface ImportedInstance {
  readonly line: number;
  readonly outcome: 'created' | 'changed' | 'same' | 'wrong';
  /** Company and key, as far as they were found. */
  readonly name: string;
  readonly companyId: CompanyId | null;
  readonly says: readonly Text[];
}

export type InstancesImported =
  | { readonly kind: 'read'; readonly rows: readonly ImportedInstance[]; readonly ignored: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: InstanceRefusal };

interface Input {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly table: Uint8Array;
  readonly apply: boolean;
}

/** Thrown to leave nothing of a trial behind. */
class Tried extends Error {
  readonly rows: readonly ImportedInstance[];
  constructor(rows: readonly ImportedInstance[]) {
    super('a table was only tried');
    this.rows = rows;
  }
}

const typeOf = (typed: string | null, { installationTypes }: Regulation): string | null => {
  const wanted = typed?.toLowerCase() ?? null;
  const found = installationTypes.find(({ id, name }) =>
    [id, name.ru, name.en].some((one) => one.toLowerCase() === wanted),
  );
  return found?.id ?? typed;
};

/** What the row says over what stands; empty cells leave it. */
const typedFrom = (
  row: InstanceTableRow,
  before: InstanceTyped | null,
  regulation: Regulation,
): InstanceTyped => ({
  product: row.product,
  productVersion: row.version ?? before?.productVersion ?? null,
  installationType: typeOf(row.type, regulation) ?? before?.installationType ?? null,
  key: before?.key ?? row.key,
  keyRegisteredOn: row.keyRegisteredOn ?? before?.keyRegisteredOn ?? null,
  commissionedOn: row.commissionedOn ?? before?.commissionedOn ?? null,
  hasWorked: before?.hasWorked ?? false,
  siteId: before?.siteId ?? null,
  activated: row.activated ?? before?.activated ?? 1,
  ...(before === null ? {} : { certificateId: before.certificateId }),
});

const wordsOf = (outcome: InstanceOutcome, { zone }: Regulation): readonly Text[] => {
  switch (outcome.kind) {
    case 'done':
      return outcome.news.map(certificateNewsWords);
    case 'wrong':
      return outcome.faults.map(({ refusal }) => instanceRefusalWords(refusal));
    case 'refused':
      return [
        {
          ru: certificateRefusalWords(outcome.refusal, zone, 'ru'),
          en: certificateRefusalWords(outcome.refusal, zone, 'en'),
        },
      ];
    case 'merged':
      return [companyRefusalWords(outcome.refusal)];
    case 'stale':
    case 'not-found':
      throw new Error(`a row of a table was ${outcome.kind}`);
  }
};

const same = (a: InstanceTyped, b: InstanceTyped): boolean =>
  (Object.keys(a) as readonly (keyof InstanceTyped)[]).every((field) => a[field] === b[field]);

const importRow = async (
  context: Context,
  q: Queries,
  { deskId, personId }: Input,
  row: InstanceTableRow,
): Promise<ImportedInstance> => {
  const said = row.company ?? row.inn ?? '';
  const wrong = (...refusals: readonly InstanceRefusal[]): ImportedInstance => ({
    line: row.line,
    outcome: 'wrong',
    name: [said, row.key].filter((one) => one !== '').join(' · '),
    companyId: null,
    says: refusals.map(instanceRefusalWords),
  });
  if (row.faults.length > 0) return wrong(...row.faults);
  const [company, second] = await companiesNamed(q, deskId, row);
  if (company === undefined) return wrong(refuseInstance('company-unknown', { company: said }));
  if (second !== undefined) return wrong(refuseInstance('company-ambiguous', { company: said }));
  const { companyId } = company;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const before = await instanceOfKey(q, deskId, {
    companyId,
    product: row.product,
    foldedKey: foldKey(row.key),
  });
  const was = before === null ? null : typedOf(before.facts);
  const typed = typedFrom(row, was, regulation);
  const told = { line: row.line, name: `${company.name} · ${row.key}`, companyId };
  if (was !== null && same(typed, was)) return { ...told, outcome: 'same', says: [] };
  const outcome = await keepTyped(context, q, { deskId, companyId, personId }, typed, before);
  const done = before === null ? 'created' : 'changed';
  return { ...told, outcome: outcome.kind === 'done' ? done : 'wrong', says: wordsOf(outcome, regulation) };
};

/** Row by row; what a wrong row began is undone, the others stay. */
const importAll = async (
  context: Context,
  q: Queries,
  input: Input,
  rows: readonly InstanceTableRow[],
): Promise<readonly ImportedInstance[]> => {
  const imported: ImportedInstance[] = [];
  for (const row of rows) {
    await q.query('import-row-begin', 'savepoint import_row');
    const one = await importRow(context, q, input, row);
    if (one.outcome === 'wrong') await q.query('import-row-undo', 'rollback to savepoint import_row');
    await q.query('import-row-end', 'release savepoint import_row');
    imported.push(one);
  }
  return imported;
};

/**
 * Reads a table of installations by their keys and tells what each row does to them and to certificates; with `apply` it is done, in
 * one transaction, but for the wrong rows. The same table again changes nothing.
 */
export const importInstances = async (context: Context, input: Input): Promise<InstancesImported> => {
  const table = readInstanceTable(input.table);
  if (table.kind === 'refused') return table;
  const { ignored } = table;
  const run = () =>
    context.db.inDesk(input.deskId, async (q) => {
      const imported = await importAll(context, q, input, table.rows);
      if (!input.apply) throw new Tried(imported);
      return imported;
    });
  const tried = (error: unknown): readonly ImportedInstance[] => {
    if (error instanceof Tried) return error.rows;
    throw error;
  };
  // Somebody registered one of the keys at the same moment: the second time it is found.
  const rows = await run().catch((error: unknown) => (isKeyKnown(error) ? run().catch(tried) : tried(error)));
  return { kind: 'read', rows, ignored };
};
