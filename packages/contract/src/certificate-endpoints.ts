import { z } from 'zod';
import { certificateLetters } from './certificate-letter-schemas.ts';
import {
  certificateCommand,
  certificateOrder,
  certificatePage,
  certificateSummary,
  certificateView,
  complianceReport,
} from './certificate-schemas.ts';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, typedText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofCertificate = inDesk.extend({ certificateId: id });

export const certificateEndpoints = {
  getCertificates: endpoint({
    id: 'getCertificates',
    method: 'GET',
    path: '/api/desks/{desk}/certificates',
    permission: 'staff',
    params: inDesk,
    summary:
      'Certificates with their state and the days left: all, expiring in 30, 60 or 90 days, in loyalty, ended, not begun.',
    query: z.strictObject({
      view: certificateView.default('all'),
      /** How a number begins, or a part of a company's name. */
      search: typedText(200).default(''),
      companyId: id.optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ certificates: z.array(certificateSummary), next: z.string().nullable() }),
  }),
  getCertificate: endpoint({
    id: 'getCertificate',
    method: 'GET',
    path: '/api/desks/{desk}/certificates/{certificateId}',
    permission: 'staff',
    params: ofCertificate,
    summary: 'Everything about one certificate. The ETag is its version.',
    reply: certificatePage,
  }),
  getCertificateLetters: endpoint({
    id: 'getCertificateLetters',
    method: 'GET',
    path: '/api/desks/{desk}/certificates/{certificateId}/letters',
    permission: 'staff',
    params: ofCertificate,
    summary: 'Letters about a certificate with what became of each, newest first, and who gets the next one.',
    reply: certificateLetters,
  }),
  getCompliance: endpoint({
    id: 'getCompliance',
    method: 'GET',
    path: '/api/desks/{desk}/certificates/{certificateId}/compliance',
    permission: 'staff',
    params: ofCertificate,
    summary:
      'Whether the customer keeps to what a certificate is for: quantity, products and types of its installations, licences in force.',
    reply: complianceReport,
  }),
  getNameable: endpoint({
    id: 'getNameable',
    method: 'GET',
    path: '/api/desks/{desk}/nameable',
    permission: 'seller',
    params: inDesk,
    summary: 'People of the desk’s support, by name: those whom a certificate may name.',
    reply: z.object({ people: z.array(z.object({ personId: id, name: z.string() })) }),
  }),
  issueCertificate: endpoint({
    id: 'issueCertificate',
    method: 'POST',
    path: '/api/desks/{desk}/certificates',
    permission: 'seller',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Issue a certificate by the offers of the regulation in force.',
    body: certificateOrder,
    reply: z.object({ certificateId: id, version: z.number().int() }),
  }),
  commandCertificate: endpoint({
    id: 'commandCertificate',
    method: 'POST',
    path: '/api/desks/{desk}/certificates/{certificateId}/commands',
    permission: 'seller',
    params: ofCertificate,
    idempotent: true,
    versioned: true,
    summary: 'Do something to a certificate: record a date, renew, correct, suspend, revoke...',
    body: certificateCommand,
    /** `certificateId`: the one that goes on, after a renewal the new one. */
    reply: z.object({ certificateId: id, version: z.number().int() }),
  }),
} as const;
