import { z } from 'zod';
import { importReport } from './company-schemas.ts';
import { endpoint } from './endpoint.ts';
import {
  instanceChange,
  instanceChoices,
  instanceFacts,
  instanceKept,
  instanceView,
  licenceChange,
  licenceFacts,
  licenceKept,
  licenceView,
} from './instance-schemas.ts';
import { deskSlug, id, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofCompany = inDesk.extend({ companyId: id });
const company = z.object({ companyId: id, name: z.string() });
const page = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** What customers run, and the licence agreements under which they run it. */
export const instanceEndpoints = {
  getInstances: endpoint({
    id: 'getInstances',
    method: 'GET',
    path: '/api/desks/{desk}/instances',
    permission: 'staff',
    params: inDesk,
    summary:
      'What all companies run, by key: those whose key or serial number begins so, dashes and alphabet aside.',
    query: z.strictObject({ search: typedText(200).default(''), ...page }),
    reply: z.object({ instances: z.array(instanceView.extend({ company })), next: z.string().nullable() }),
  }),
  getCompanyInstances: endpoint({
    id: 'getCompanyInstances',
    method: 'GET',
    path: '/api/desks/{desk}/companies/{companyId}/instances',
    permission: 'staff',
    params: ofCompany,
    summary: 'What a company runs, its licence agreements, and what may be chosen in their forms.',
    query: z.strictObject(page),
    reply: z.object({
      instances: z.array(instanceView),
      next: z.string().nullable(),
      licences: z.array(licenceView),
      choices: instanceChoices,
    }),
  }),
  createInstance: endpoint({
    id: 'createInstance',
    method: 'POST',
    path: '/api/desks/{desk}/companies/{companyId}/instances',
    permission: 'support',
    params: ofCompany,
    idempotent: true,
    status: 201,
    summary:
      'Record a product that a company runs. A commissioning date or a key’s registration is recorded on the certificate that waits for it; a key that begins free support begins it.',
    body: instanceFacts,
    reply: instanceKept,
  }),
  changeInstance: endpoint({
    id: 'changeInstance',
    method: 'PATCH',
    path: '/api/desks/{desk}/companies/{companyId}/instances/{instanceId}',
    permission: 'support',
    params: ofCompany.extend({ instanceId: id }),
    versioned: true,
    summary: 'Change what is known of an instance, or take it off the record.',
    body: instanceChange,
    reply: instanceKept,
  }),
  importInstances: endpoint({
    id: 'importInstances',
    method: 'POST',
    path: '/api/desks/{desk}/instances/import',
    permission: 'dispatcher',
    params: inDesk,
    bodyKind: 'text/csv',
    summary:
      'Read installations by their keys from a table (CSV in UTF-8 or windows-1251, at most 5 MiB and 2,000 rows): a report row by row; with `apply=yes` kept, but for the wrong rows. A registered key begins its free support.',
    query: z.strictObject({ apply: z.enum(['yes', 'no']).default('no') }),
    reply: importReport,
  }),
  getLicences: endpoint({
    id: 'getLicences',
    method: 'GET',
    path: '/api/desks/{desk}/licences',
    permission: 'staff',
    params: inDesk,
    summary: 'Licence agreements that have lapsed and that none in force has followed, the latest first.',
    query: z.strictObject(page),
    reply: z.object({ licences: z.array(licenceView.extend({ company })), next: z.string().nullable() }),
  }),
  createLicence: endpoint({
    id: 'createLicence',
    method: 'POST',
    path: '/api/desks/{desk}/companies/{companyId}/licences',
    permission: 'dispatcher',
    params: ofCompany,
    idempotent: true,
    status: 201,
    summary: 'Record a licence agreement of a company.',
    body: licenceFacts,
    reply: licenceKept,
  }),
  changeLicence: endpoint({
    id: 'changeLicence',
    method: 'PATCH',
    path: '/api/desks/{desk}/companies/{companyId}/licences/{licenceId}',
    permission: 'dispatcher',
    params: ofCompany.extend({ licenceId: id }),
    versioned: true,
    summary: 'Change a licence agreement, or take it off the record.',
    body: licenceChange,
    reply: licenceKept,
  }),
} as const;
