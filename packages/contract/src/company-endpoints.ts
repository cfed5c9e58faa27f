import { z } from 'zod';
import { companyChange, companyFacts, companyInList, companyPage, importReport } from './company-schemas.ts';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofCompany = inDesk.extend({ companyId: id });
const changed = z.object({ companyId: id, version: z.number().int() });

/** Companies, the people who speak for them, their sites and standings. */
export const companyEndpoints = {
  getCompanies: endpoint({
    id: 'getCompanies',
    method: 'GET',
    path: '/api/desks/{desk}/companies',
    permission: 'staff',
    params: inDesk,
    summary:
      'Companies whose name contains the words, whose INN begins with the digits, or who hold the contract or certificate of that number, by name. Of a longer search the first 500 characters count, and `cut` says so.',
    query: z.strictObject({
      search: typedText(8192).default(''),
      cursor: z.string().max(2000).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    reply: z.object({
      companies: z.array(companyInList),
      next: z.string().nullable(),
      cut: z.boolean().optional(),
    }),
  }),
  getCompany: endpoint({
    id: 'getCompany',
    method: 'GET',
    path: '/api/desks/{desk}/companies/{companyId}',
    permission: 'staff',
    params: ofCompany,
    summary: 'Everything about one company. The ETag is its version.',
    reply: companyPage,
  }),
  createCompany: endpoint({
    id: 'createCompany',
    method: 'POST',
    path: '/api/desks/{desk}/companies',
    permission: 'sales',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Keep a new company.',
    body: companyFacts,
    reply: changed,
  }),
  changeCompany: endpoint({
    id: 'changeCompany',
    method: 'PATCH',
    path: '/api/desks/{desk}/companies/{companyId}',
    permission: 'sales',
    params: ofCompany,
    versioned: true,
    summary:
      'Change the facts of a company, its contacts, sites or standings: each part that is named is replaced whole.',
    body: companyChange,
    reply: changed,
  }),
  mergeCompany: endpoint({
    id: 'mergeCompany',
    method: 'POST',
    path: '/api/desks/{desk}/companies/{companyId}/merge',
    permission: 'dispatcher',
    params: ofCompany,
    idempotent: true,
    summary:
      'Make another record of the same company part of this one: its contacts, tickets, certificates and sites move here.',
    body: z.strictObject({ goneId: id }),
    reply: changed,
  }),
  unmergeCompany: endpoint({
    id: 'unmergeCompany',
    method: 'POST',
    path: '/api/desks/{desk}/companies/{companyId}/unmerge',
    permission: 'dispatcher',
    params: ofCompany,
    idempotent: true,
    summary: 'Undo the merge of this record into another: what moved comes back.',
    body: z.strictObject({}),
    reply: changed,
  }),
  importCompanies: endpoint({
    id: 'importCompanies',
    method: 'POST',
    path: '/api/desks/{desk}/companies/import',
    permission: 'dispatcher',
    params: inDesk,
    bodyKind: 'text/csv',
    summary:
      'Read companies and contacts from a table (CSV in UTF-8 or windows-1251, at most 5 MiB and 10,000 rows): a report row by row; with `apply=yes` kept, but for the wrong rows.',
    query: z.strictObject({ apply: z.enum(['yes', 'no']).default('no') }),
    reply: importReport,
  }),
} as const;
