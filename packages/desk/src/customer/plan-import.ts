import type { CompanyId, ContactId } from '../ids.ts';
import type { Text } from '../regulation/regulation.ts';
import type { CompanyRefusal } from './company-refusals.ts';
import { guessDistrict } from './federal-district.ts';
import { foldCompanyName } from './fold-company-name.ts';
import {
  type Book,
  bookOf,
  enter,
  enterPerson,
  findCompany,
  type ImportedRow,
  type KnownCompanies,
  type KnownCompany,
  type KnownPerson,
} from './import-book.ts';
import { judgeCompany } from './judge-company.ts';
import {
  type KnownSite,
  type KnownStanding,
  type PlannedPart,
  planSite,
  planStanding,
} from './plan-import-parts.ts';

export type ImportedField =
  | 'name'
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'district'
  | 'city'
  | 'zone'
  | 'person'
  | 'site'
  | 'standing';

/** What becomes of a row. */
export interface PlannedRow {
  readonly line: number;
  readonly outcome: 'created' | 'changed' | 'same' | 'wrong';
  readonly name: string;
  readonly companyId: CompanyId | null;
  readonly refusals: readonly CompanyRefusal[];
  /** Values as they are, or in words where those differ by language; an empty `from`: there was nothing. */
  readonly changes: readonly {
    readonly field: ImportedField;
    readonly from: string | Text;
    readonly to: string | Text;
  }[];
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly created: readonly KnownCompany[];
  readonly changed: readonly KnownCompany[];
  /** People to keep, each with the companies that they speak for besides those known. */
  readonly people: readonly KnownPerson[];
  /** Sites and standings to keep, new ones and changed ones. */
  readonly sites: readonly KnownSite[];
  readonly standings: readonly KnownStanding[];
}

/** The company as the row says it is; whatever the row leaves out stays. */
const withRow = (before: KnownCompany, row: ImportedRow): KnownCompany => {
  const inn = row.inn ?? before.inn;
  const kpp = row.kpp ?? before.kpp;
  return {
    ...before,
    // Another spelling of the same name is no news: two of them in one table would take turns for ever.
    name: foldCompanyName(row.name) === foldCompanyName(before.name) ? before.name : row.name,
    inn,
    kpp,
    ogrn: row.ogrn ?? before.ogrn,
    district: row.district ?? before.district ?? guessDistrict(inn, kpp),
    city: row.city ?? before.city,
    zone: row.zone ?? before.zone,
  };
};

const fields = ['name', 'inn', 'kpp', 'ogrn', 'district', 'city', 'zone'] as const;

const changesOf = (before: KnownCompany, after: KnownCompany): PlannedRow['changes'] =>
  fields
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ field, from: before[field] ?? '', to: after[field] ?? '' }));

const personOf = (book: Book, row: ImportedRow, companyId: CompanyId): KnownPerson | null => {
  const { email = null, phone = null } = row.person ?? {};
  const byEmail = email === null ? undefined : book.byEmail.get(email);
  const sharing = phone === null || email !== null ? [] : [...(book.byPhone.get(phone) ?? [])];
  // One telephone may be a whole office's: only of this company's people it names somebody.
  const byPhone = sharing.find((id) => book.people.get(id)?.companies.includes(companyId));
  return book.people.get((byEmail ?? byPhone) as ContactId) ?? null;
};

/** The row's person as they are to be kept; null: nothing of them is new. */
const plannedPerson = (
  book: Book,
  row: ImportedRow,
  companyId: CompanyId,
  newId: () => string,
): KnownPerson | null => {
  if (row.person === null) return null;
  const { name, email, phone } = row.person;
  const known = personOf(book, row, companyId);
  if (known === null)
    return {
      contactId: newId() as ContactId,
      name: name ?? email ?? phone ?? row.name,
      email,
      phone: phone ?? '',
      companies: [companyId],
    };
  const after = {
    ...known,
    name: name ?? known.name,
    phone: phone ?? known.phone,
    companies: known.companies.includes(companyId) ? known.companies : [...known.companies, companyId],
  };
  const isSame =
    after.name === known.name && after.phone === known.phone && after.companies === known.companies;
  return isSame ? null : after;
};

const wrong = (row: ImportedRow, refusals: readonly CompanyRefusal[]): PlannedRow => ({
  line: row.line,
  outcome: 'wrong',
  name: row.name,
  companyId: null,
  refusals,
  changes: [],
});

interface Written {
  readonly created: Map<CompanyId, KnownCompany>;
  readonly changed: Map<CompanyId, KnownCompany>;
  readonly people: Map<ContactId, KnownPerson>;
  readonly sites: Map<string, KnownSite>;
  readonly standings: Map<string, KnownStanding>;
}

const keepCompany = (book: Book, written: Written, company: KnownCompany, isNew: boolean): void => {
  enter(book, company);
  const isCreated = isNew || written.created.has(company.companyId);
  (isCreated ? written.created : written.changed).set(company.companyId, company);
};

interface Parts {
  readonly site: PlannedPart<KnownSite>;
  readonly standing: PlannedPart<KnownStanding>;
}

/** What the row does to the sites and standings of the company that it speaks of. */
const partsOf = (
  book: Book,
  row: ImportedRow,
  company: Pick<KnownCompany, 'companyId' | 'zone'>,
  newId: () => string,
): Parts => {
  const { companyId } = company;
  return {
    site: planSite(row.site, company, book.sites.get(companyId) ?? [], newId),
    standing: planStanding(row.standing, companyId, book.standings.get(companyId) ?? [], book.roles, newId),
  };
};

const keepParts = (
  book: Book,
  written: Written,
  companyId: CompanyId,
  parts: Parts,
): PlannedRow['changes'] => {
  const { site, standing } = parts;
  const changes: PlannedRow['changes'][number][] = [];
  if (site.kind === 'kept') {
    const others = (book.sites.get(companyId) ?? []).filter(({ siteId }) => siteId !== site.part.siteId);
    book.sites.set(companyId, [...others, site.part]);
    written.sites.set(site.part.siteId, site.part);
    changes.push({ field: 'site', from: site.from ?? '', to: site.to });
  }
  if (standing.kind === 'kept') {
    const { standingId } = standing.part;
    const others = (book.standings.get(companyId) ?? []).filter((one) => one.standingId !== standingId);
    book.standings.set(companyId, [...others, standing.part]);
    written.standings.set(standingId, standing.part);
    changes.push({ field: 'standing', from: standing.from ?? '', to: standing.to });
  }
  return changes;
};

/** Of a record that was merged away: the one that was kept. */
const keptRecord = (book: Book, record: KnownCompany): KnownCompany =>
  (record.mergedInto === null ? undefined : book.companies.get(record.mergedInto)) ?? record;

const planRow = (book: Book, written: Written, row: ImportedRow, newId: () => string): PlannedRow => {
  if (row.faults.length > 0) return wrong(row, row.faults);
  const found = findCompany(book, row);
  if (found.kind === 'refused') return wrong(row, [found.refusal]);
  const isNew = found.kind === 'nobody';
  const nothing = {
    inn: null,
    kpp: null,
    ogrn: null,
    district: null,
    city: '',
    zone: null,
    mergedInto: null,
  };
  const before = isNew ? { ...nothing, companyId: newId() as CompanyId, name: row.name } : found.company;
  // A record that was merged away keeps its numbers: its people are the other record's.
  const isMerged = before.mergedInto !== null;
  const after = isMerged ? before : withRow(before, row);
  const parts = partsOf(book, row, keptRecord(book, after), newId);
  const faults = [
    ...judgeCompany(after).map(({ refusal }) => refusal),
    ...[parts.site, parts.standing].flatMap((part) => (part.kind === 'refused' ? [part.refusal] : [])),
  ];
  if (faults.length > 0) return wrong(row, faults);
  const companyId = before.mergedInto ?? before.companyId;
  const changes = isNew ? [] : changesOf(before, after);
  if (isNew || changes.length > 0) keepCompany(book, written, after, isNew);
  const person = plannedPerson(book, row, companyId, newId);
  if (person !== null) {
    enterPerson(book, person);
    written.people.set(person.contactId, person);
  }
  const of = keepParts(book, written, companyId, parts);
  const told =
    person === null || isNew
      ? [...changes, ...of]
      : [...changes, { field: 'person' as const, from: '', to: person.name }, ...of];
  const outcome = isNew ? 'created' : told.length > 0 ? 'changed' : 'same';
  return { line: row.line, outcome, name: after.name, companyId, refusals: [], changes: told };
};

/**
 * What reading a table would do to the companies that are known: row by row, each seeing what the rows before did. A wrong row does
 * nothing. Planning the same table over its own result changes nothing.
 */
export const planImport = (
  rows: readonly ImportedRow[],
  known: KnownCompanies,
  newId: () => string,
): ImportPlan => {
  const book = bookOf(known);
  const written: Written = {
    created: new Map(),
    changed: new Map(),
    people: new Map(),
    sites: new Map(),
    standings: new Map(),
  };
  const planned = rows.map((row) => planRow(book, written, row, newId));
  return {
    rows: planned,
    created: [...written.created.values()],
    changed: [...written.changed.values()],
    people: [...written.people.values()],
    sites: [...written.sites.values()],
    standings: [...written.standings.values()],
  };
};
