import type { CompanyChange } from '@reglament/contract';
import {
  type CompanyFacts,
  type CompanyId,
  type CompanyRefusal,
  type ContactId,
  type DeskId,
  guessDistrict,
  judgeCompany,
  judgeStandings,
  refuseCompany,
} from '@reglament/desk';
import { parseTimeZone } from '@reglament/working-time';
import {
  companyByKey,
  type CompanyContact,
  type CompanyRecord,
  insertCompanyRecord,
  knownContacts,
  lockCompany,
  replaceContacts,
  replaceSites,
  replaceStandings,
  touchCompany,
  updateCompanyRecord,
} from '../store/companies.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { readPhone } from '../text/phone.ts';
import type { Context } from './context.ts';

/** A field of the request that is wrong: where it stands, and what to do about it. */
export interface WrongField {
  readonly pointer: string;
  readonly refusal: CompanyRefusal;
}

export type CompanyOutcome =
  | { readonly kind: 'done'; readonly companyId: CompanyId; readonly version: number }
  | { readonly kind: 'wrong'; readonly fields: readonly WrongField[] }
  /** Somebody changed it since `seenVersion`. */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' };

type Facts = NonNullable<CompanyChange['facts']>;

const orNull = (typed: string | null): string | null => {
  const plain = (typed ?? '').replaceAll(/\s/g, '').toUpperCase();
  return plain === '' ? null : plain;
};

const recordOf = (typed: Facts): CompanyRecord => {
  const [inn, kpp, ogrn] = [orNull(typed.inn), orNull(typed.kpp), orNull(typed.ogrn)];
  return {
    name: typed.name.trim(),
    inn,
    kpp,
    ogrn,
    district: typed.district ?? guessDistrict(inn, kpp),
    city: typed.city.trim(),
    zone: parseTimeZone(typed.zone ?? ''),
  };
};

const wrongZone = ({ zone }: Facts, at: string): readonly WrongField[] =>
  zone !== null && parseTimeZone(zone) === null
    ? [{ pointer: `${at}/zone`, refusal: refuseCompany('unknown-zone', { zone }) }]
    : [];

const wrongFacts = async (
  q: Queries,
  deskId: DeskId,
  record: CompanyFacts,
  at: string,
  except: CompanyId | null,
): Promise<readonly WrongField[]> => {
  const faults = judgeCompany(record).map(({ field, refusal }) => ({ pointer: `${at}/${field}`, refusal }));
  if (faults.length > 0 || record.inn === null) return faults;
  const { inn, kpp } = record;
  const holder = await companyByKey(q, deskId, { inn, kpp }, except);
  return holder === null
    ? []
    : [{ pointer: `${at}/inn`, refusal: refuseCompany('key-taken', { inn, name: holder.name }) }];
};

const isKeyTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'company_key';

/** Two who give the same numbers at once: the second looks again and finds the first. */
const lookingAgain = async (run: () => Promise<CompanyOutcome>): Promise<CompanyOutcome> => {
  try {
    return await run();
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    return run();
  }
};

export interface NewCompany {
  readonly deskId: DeskId;
  readonly facts: Facts;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

const create = (context: Context, input: NewCompany): Promise<CompanyOutcome> =>
  context.db.inDesk(input.deskId, async (q) => {
    const record = recordOf(input.facts);
    const fields = [...(await wrongFacts(q, input.deskId, record, '', null)), ...wrongZone(input.facts, '')];
    if (fields.length > 0) return { kind: 'wrong', fields };
    const companyId = context.newId() as CompanyId;
    await insertCompanyRecord(q, input.deskId, companyId, record);
    const response = { companyId, version: 1 };
    await insertResponse(q, { deskId: input.deskId, ...input.idempotency, response, at: context.now() });
    return { kind: 'done', ...response };
  });

/** A new company, or everything that is wrong with its numbers. */
export const createCompany = (context: Context, input: NewCompany): Promise<CompanyOutcome> =>
  lookingAgain(() => create(context, input));

type TypedContact = NonNullable<CompanyChange['contacts']>[number];

const wrongPhones = (contacts: readonly TypedContact[]): readonly WrongField[] =>
  contacts.flatMap(({ phone }, index) =>
    phone.trim() !== '' && readPhone(phone) === null
      ? [{ pointer: `/contacts/${index}/phone`, refusal: refuseCompany('phone-unreadable', { phone }) }]
      : [],
  );

/** One who is known by the address is the same person; an id that is no contact of this company's makes a new one. */
const peopleOf = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  typed: readonly TypedContact[],
): Promise<readonly CompanyContact[]> => {
  const emails = typed.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));
  const ids = typed.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
  const known = await knownContacts(q, deskId, emails, ids);
  const people = typed.map((one): CompanyContact => {
    const email = one.email?.toLowerCase() ?? null;
    const same =
      known.find((k) => email !== null && k.email === email) ??
      known.find((k) => k.contactId === one.contactId && k.companies.includes(companyId));
    return {
      contactId: same?.contactId ?? (context.newId() as ContactId),
      name: one.name.trim(),
      email,
      phone: readPhone(one.phone) ?? '',
      listed: one.listed,
      language: one.language,
    };
  });
  // The same person named twice is one person: the last word counts.
  return [...new Map(people.map((one) => [one.email ?? one.contactId, one])).values()];
};

const wrongSites = (sites: NonNullable<CompanyChange['sites']>): readonly WrongField[] =>
  sites.flatMap(({ zone }, index) =>
    parseTimeZone(zone) === null
      ? [{ pointer: `/sites/${index}/zone`, refusal: refuseCompany('unknown-zone', { zone }) }]
      : [],
  );

const wrongStandings = async (
  context: Context,
  deskId: DeskId,
  standings: NonNullable<CompanyChange['standings']>,
): Promise<readonly WrongField[]> => {
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const refusal = judgeStandings(standings, regulation.companyRoles);
  return refusal === null ? [] : [{ pointer: '/standings', refusal }];
};

const write = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  change: CompanyChange,
): Promise<void> => {
  if (change.facts !== undefined) await updateCompanyRecord(q, deskId, companyId, recordOf(change.facts));
  if (change.contacts !== undefined)
    await replaceContacts(
      q,
      deskId,
      companyId,
      await peopleOf(context, q, deskId, companyId, change.contacts),
    );
  if (change.sites !== undefined) {
    const sites = change.sites.map((site) => ({ ...site, siteId: site.siteId ?? context.newId() }));
    await replaceSites(q, deskId, companyId, sites);
  }
  if (change.standings !== undefined) {
    const standings = change.standings.map((one) => ({
      ...one,
      standingId: one.standingId ?? context.newId(),
      shownAs: one.shownAs?.trim() ?? null,
    }));
    await replaceStandings(q, deskId, companyId, standings);
  }
};

export interface CompanyEdit {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  readonly change: CompanyChange;
  readonly seenVersion: number;
}

const change = (context: Context, input: CompanyEdit): Promise<CompanyOutcome> =>
  context.db.inDesk(input.deskId, async (q) => {
    const { deskId, companyId, change: parts } = input;
    const locked = await lockCompany(q, deskId, companyId);
    if (locked === null) return { kind: 'not-found' };
    if (locked.version !== input.seenVersion) return { kind: 'stale', version: locked.version };
    if (locked.mergedInto !== null) {
      const refusal = refuseCompany('already-merged', { name: locked.name, into: locked.mergedInto.name });
      return { kind: 'wrong', fields: [{ pointer: '', refusal }] };
    }
    const fields = [
      ...(parts.facts === undefined
        ? []
        : [
            ...(await wrongFacts(q, deskId, recordOf(parts.facts), '/facts', companyId)),
            ...wrongZone(parts.facts, '/facts'),
          ]),
      ...wrongPhones(parts.contacts ?? []),
      ...wrongSites(parts.sites ?? []),
      ...(parts.standings === undefined ? [] : await wrongStandings(context, deskId, parts.standings)),
    ];
    if (fields.length > 0) return { kind: 'wrong', fields };
    await write(context, q, deskId, companyId, parts);
    return { kind: 'done', companyId, version: await touchCompany(q, deskId, companyId) };
  });

/** Changes the parts of a company that are named: all of them or, when something is wrong, none. */
export const changeCompany = (context: Context, input: CompanyEdit): Promise<CompanyOutcome> =>
  lookingAgain(() => change(context, input));
