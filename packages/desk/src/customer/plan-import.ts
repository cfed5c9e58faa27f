import type { TimeZoneId } from '@reglament/working-time';
import type { CompanyId, ContactId } from '../ids.ts';
import type { FederalDistrict } from '../regulation/certificate-rules.ts';
import { type CompanyRefusal, refuseCompany } from './company-refusals.ts';
import { guessDistrict } from './federal-district.ts';
import { foldCompanyName } from './fold-company-name.ts';
import { type CompanyFacts, judgeCompany } from './judge-company.ts';

/** A row of a table as it was read; null: the cell is empty or missing, what is known stays. */
export interface ImportedRow {
  readonly line: number;
  readonly name: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly district: FederalDistrict | null;
  readonly city: string | null;
  readonly zone: TimeZoneId | null;
  readonly person: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  /** What could not be read in its cells. */
  readonly faults: readonly CompanyRefusal[];
}

export interface KnownCompany extends CompanyFacts {
  readonly companyId: CompanyId;
  readonly district: FederalDistrict | null;
  readonly city: string;
  /** Whose wall clock it lives by; null: nobody has said. */
  readonly zone: TimeZoneId | null;
  /** The record that it was made part of; null: it stands by itself. */
  readonly mergedInto: CompanyId | null;
}

export interface KnownPerson {
  readonly contactId: ContactId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly companies: readonly CompanyId[];
}

export interface KnownCompanies {
  readonly companies: readonly KnownCompany[];
  /** Everybody whose address or telephone the table names. */
  readonly people: readonly KnownPerson[];
}

export type ImportedField = 'name' | 'inn' | 'kpp' | 'ogrn' | 'district' | 'city' | 'zone' | 'person';

/** What becomes of a row. */
export interface PlannedRow {
  readonly line: number;
  readonly outcome: 'created' | 'changed' | 'same' | 'wrong';
  readonly name: string;
  readonly companyId: CompanyId | null;
  readonly refusals: readonly CompanyRefusal[];
  readonly changes: readonly { readonly field: ImportedField; readonly from: string; readonly to: string }[];
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly created: readonly KnownCompany[];
  readonly changed: readonly KnownCompany[];
  /** People to keep, each with the companies that they speak for besides those known. */
  readonly people: readonly KnownPerson[];
}

interface Book {
  readonly companies: Map<CompanyId, KnownCompany>;
  readonly byInn: Map<string, Set<CompanyId>>;
  readonly byName: Map<string, Set<CompanyId>>;
  readonly people: Map<ContactId, KnownPerson>;
  readonly byEmail: Map<string, ContactId>;
  readonly byPhone: Map<string, Set<ContactId>>;
}

const put = <Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void => {
  const found = map.get(key);
  if (found === undefined) map.set(key, new Set([value]));
  else found.add(value);
};

const enter = (book: Book, company: KnownCompany): void => {
  const before = book.companies.get(company.companyId);
  if (before !== undefined) {
    if (before.inn !== null) book.byInn.get(before.inn)?.delete(company.companyId);
    book.byName.get(foldCompanyName(before.name))?.delete(company.companyId);
  }
  book.companies.set(company.companyId, company);
  if (company.inn !== null) put(book.byInn, company.inn, company.companyId);
  if (company.mergedInto === null) put(book.byName, foldCompanyName(company.name), company.companyId);
};

const enterPerson = (book: Book, person: KnownPerson): void => {
  book.people.set(person.contactId, person);
  if (person.email !== null) book.byEmail.set(person.email, person.contactId);
  if (person.phone !== '') put(book.byPhone, person.phone, person.contactId);
};

const bookOf = (known: KnownCompanies): Book => {
  const book: Book = {
    companies: new Map(),
    byInn: new Map(),
    byName: new Map(),
    people: new Map(),
    byEmail: new Map(),
    byPhone: new Map(),
  };
  for (const company of known.companies) enter(book, company);
  for (const person of known.people) enterPerson(book, person);
  return book;
};

const companiesIn = (book: Book, ids: ReadonlySet<CompanyId> | undefined): readonly KnownCompany[] =>
  [...(ids ?? [])].flatMap((id) => book.companies.get(id) ?? []);

type Found =
  | { readonly kind: 'company'; readonly company: KnownCompany }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly refusal: CompanyRefusal };

const nobody: Found = { kind: 'nobody' };

const byName = (book: Book, row: ImportedRow): Found => {
  const named = companiesIn(book, book.byName.get(foldCompanyName(row.name)));
  // One whose INN is another is another company of the same name.
  const same = row.inn === null ? named : named.filter(({ inn }) => inn === null);
  const [company, second] = same;
  if (company === undefined) return nobody;
  return second === undefined
    ? { kind: 'company', company }
    : { kind: 'refused', refusal: refuseCompany('name-ambiguous', { name: row.name }) };
};

/** The company that a row speaks of: by INN and KPP, by an INN that only one has, by name where the numbers are not known. */
const find = (book: Book, row: ImportedRow): Found => {
  if (row.inn === null) return byName(book, row);
  const sharing = companiesIn(book, book.byInn.get(row.inn));
  if (row.kpp !== null) {
    const company = sharing.find(({ kpp }) => kpp === row.kpp) ?? sharing.find(({ kpp }) => kpp === null);
    return company !== undefined
      ? { kind: 'company', company }
      : sharing.length > 0
        ? nobody
        : byName(book, row);
  }
  const [company, second] = sharing;
  if (company === undefined) return byName(book, row);
  const exact = sharing.find(({ kpp }) => kpp === null);
  if (second === undefined || exact !== undefined) return { kind: 'company', company: exact ?? company };
  return { kind: 'refused', refusal: refuseCompany('kpp-needed', { inn: row.inn }) };
};

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
}

const keepCompany = (book: Book, written: Written, company: KnownCompany, isNew: boolean): void => {
  enter(book, company);
  const isCreated = isNew || written.created.has(company.companyId);
  (isCreated ? written.created : written.changed).set(company.companyId, company);
};

const planRow = (book: Book, written: Written, row: ImportedRow, newId: () => string): PlannedRow => {
  if (row.faults.length > 0) return wrong(row, row.faults);
  const found = find(book, row);
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
  const faults = judgeCompany(after).map(({ refusal }) => refusal);
  if (faults.length > 0) return wrong(row, faults);
  const companyId = before.mergedInto ?? before.companyId;
  const changes = isNew ? [] : changesOf(before, after);
  if (isNew || changes.length > 0) keepCompany(book, written, after, isNew);
  const person = plannedPerson(book, row, companyId, newId);
  if (person !== null) {
    enterPerson(book, person);
    written.people.set(person.contactId, person);
  }
  const told =
    person === null || isNew
      ? changes
      : [...changes, { field: 'person' as const, from: '', to: person.name }];
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
  const written: Written = { created: new Map(), changed: new Map(), people: new Map() };
  const planned = rows.map((row) => planRow(book, written, row, newId));
  return {
    rows: planned,
    created: [...written.created.values()],
    changed: [...written.changed.values()],
    people: [...written.people.values()],
  };
};
