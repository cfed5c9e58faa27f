import { z } from 'zod';
import { email, id, instantText, lineText, personName, text, ticketState } from './schemas.ts';

export const federalDistrict = z.enum([
  'central',
  'north-west',
  'south',
  'north-caucasus',
  'volga',
  'ural',
  'siberia',
  'far-east',
]);

/** `2026-11-21`. */
const day = z.iso.date();
const number = (max: number) => lineText(max).nullable();

/** Numbers are judged by the desk, so that a wrong one is told with what to do about it. */
export const companyFacts = z.strictObject({
  name: lineText(300),
  inn: number(20),
  kpp: number(20),
  ogrn: number(20),
  /** null: guessed from the numbers. */
  district: federalDistrict.nullable(),
  city: lineText(120),
  /** IANA name; null: not said. */
  zone: lineText(60).nullable().default(null),
});

export const companyContact = z.strictObject({
  /** null: somebody new, or known by the address. */
  contactId: id.nullable(),
  name: personName(200, 1),
  email: email.nullable(),
  phone: lineText(40),
  /** Named by the company as somebody who may ask under its certificates. */
  listed: z.boolean(),
  /** In which letters go to them; null: as it was, or nobody has said. */
  language: z.enum(['ru', 'en']).nullable().default(null),
});

export const companySite = z.strictObject({
  siteId: id.nullable(),
  name: lineText(200, 1),
  city: lineText(120),
  region: lineText(120),
  /** IANA name. */
  zone: lineText(60, 1),
});

export const companyStanding = z.strictObject({
  standingId: id.nullable(),
  /** A company role of the regulation. */
  role: z.string().max(60),
  from: day,
  /** The last day; null: until it is taken away. */
  until: day.nullable(),
  /** How to reach it, for everybody to read in the directory of partners; null: it is not shown there. */
  shownAs: lineText(300).nullable().default(null),
});

/** Parts that are named are replaced whole; the others stay. */
export const companyChange = z.strictObject({
  facts: companyFacts.optional(),
  contacts: z.array(companyContact).max(500).optional(),
  sites: z.array(companySite).max(500).optional(),
  standings: z.array(companyStanding).max(100).optional(),
});
export type CompanyChange = z.infer<typeof companyChange>;

export const companyInList = z.object({
  companyId: id,
  name: z.string(),
  packages: z.array(z.string()),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  district: federalDistrict.nullable(),
  city: z.string(),
  contacts: z.number().int(),
});
export type CompanyInList = z.infer<typeof companyInList>;

const companyRef = z.object({ companyId: id, name: z.string() });

export const companyPage = z.object({
  companyId: id,
  version: z.number().int(),
  name: z.string(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  district: federalDistrict.nullable(),
  city: z.string(),
  /** Whose wall clock it lives by; null: nobody has said. */
  zone: z.string().nullable(),
  /** The record that it was made part of; null: it stands by itself. */
  mergedInto: companyRef.nullable(),
  /** Records that were made part of it. */
  merged: z.array(companyRef.extend({ at: instantText })),
  contacts: z.array(
    z.object({
      contactId: id,
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string(),
      listed: z.boolean(),
      /** In which letters go to them; null: nobody has said, so in Russian. */
      language: z.enum(['ru', 'en']).nullable(),
      /** Other companies that the person speaks for. */
      others: z.array(companyRef),
    }),
  ),
  sites: z.array(
    z.object({ siteId: id, name: z.string(), city: z.string(), region: z.string(), zone: z.string() }),
  ),
  standings: z.array(
    z.object({
      standingId: id,
      role: z.string(),
      name: text,
      from: day,
      until: day.nullable(),
      /** Today, in the desk's zone. */
      holds: z.boolean(),
      /** What the directory of partners says of it; null: it is not shown there. */
      shownAs: z.string().nullable(),
    }),
  ),
  certificates: z.array(
    z.object({
      certificateId: id,
      number: z.string(),
      packageName: text,
      /** null: it has not begun, and nobody knows when it will. */
      startsAt: instantText.nullable(),
      endsAt: instantText.nullable(),
      /** Whose wall clock its dates are of; null: the desk's. */
      zone: z.string().nullable(),
      state: z.enum(['not-begun', 'in-force', 'loyalty', 'ended', 'suspended', 'revoked']),
    }),
  ),
  /** The latest ones. */
  tickets: z.array(
    z.object({
      number: z.number().int(),
      subject: z.string(),
      state: ticketState,
      registeredAt: instantText,
    }),
  ),
  /** Records that may be of the same company. */
  duplicates: z.array(
    companyRef.extend({
      inn: z.string().nullable(),
      kpp: z.string().nullable(),
      because: z.array(z.enum(['inn', 'name', 'phone', 'email'])),
    }),
  ),
  /** Roles that the regulation knows. */
  roles: z.array(
    z.object({
      id: z.string(),
      name: text,
      /** Whether companies that have it may be shown to customers. */
      offered: z.boolean(),
    }),
  ),
});
export type CompanyPage = z.infer<typeof companyPage>;

export const importReport = z.object({
  applied: z.boolean(),
  /** Headings that mean nothing here. */
  ignored: z.array(z.string()),
  counts: z.object({
    created: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    wrong: z.number().int(),
  }),
  rows: z.array(
    z.object({
      /** As a text editor counts, from 1. */
      line: z.number().int(),
      outcome: z.enum(['created', 'changed', 'same', 'wrong']),
      name: z.string(),
      companyId: id.nullable(),
      /** What is wrong and how to mend it, or what was changed. */
      says: z.array(text),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReport>;
