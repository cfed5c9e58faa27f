import type { TimeZoneId } from '@reglament/working-time';
import type { CompanyId, ContactId } from '../ids.ts';
import type { FederalDistrict } from '../regulation/certificate-rules.ts';
import { type CompanyRefusal, refuseCompany } from './company-refusals.ts';
import { foldCompanyName } from './fold-company-name.ts';
import type { CompanyFacts } from './judge-company.ts';
import type {
  ImportedSite,
  ImportedStanding,
  KnownRole,
  KnownSite,
  KnownStanding,
} from './plan-import-parts.ts';

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
  readonly site: ImportedSite | null;
  readonly standing: ImportedStanding | null;
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
  /** Empty where the table names none. */
  readonly sites: readonly KnownSite[];
  readonly standings: readonly KnownStanding[];
  /** Standings that the regulation knows. */
  readonly roles: readonly KnownRole[];
}

/** Companies and people as they stand while a table is read, each by what it is known by. */
export interface Book {
  readonly roles: readonly KnownRole[];
  readonly sites: Map<CompanyId, readonly KnownSite[]>;
  readonly standings: Map<CompanyId, readonly KnownStanding[]>;
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

export const enter = (book: Book, company: KnownCompany): void => {
  const before = book.companies.get(company.companyId);
  if (before !== undefined) {
    if (before.inn !== null) book.byInn.get(before.inn)?.delete(company.companyId);
    book.byName.get(foldCompanyName(before.name))?.delete(company.companyId);
  }
  book.companies.set(company.companyId, company);
  if (company.inn !== null) put(book.byInn, company.inn, company.companyId);
  if (company.mergedInto === null) put(book.byName, foldCompanyName(company.name), company.companyId);
};

export const enterPerson = (book: Book, person: KnownPerson): void => {
  book.people.set(person.contactId, person);
  if (person.email !== null) book.byEmail.set(person.email, person.contactId);
  if (person.phone !== '') put(book.byPhone, person.phone, person.contactId);
};

const byCompany = <Part extends { readonly companyId: CompanyId }>(
  parts: readonly Part[],
): Map<CompanyId, readonly Part[]> => {
  const found = new Map<CompanyId, Part[]>();
  for (const part of parts) {
    const others = found.get(part.companyId);
    if (others === undefined) found.set(part.companyId, [part]);
    else others.push(part);
  }
  return found;
};

export const bookOf = (known: KnownCompanies): Book => {
  const book: Book = {
    roles: known.roles,
    sites: byCompany(known.sites),
    standings: byCompany(known.standings),
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

export type Found =
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
export const findCompany = (book: Book, row: ImportedRow): Found => {
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
