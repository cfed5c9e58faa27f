import type { Planted } from './planted-desk.ts';

type Body = object;

const act = { number: 'A-1', issuer: 'vendor', namesSupport: true, months: 12 };

/** What customers send about certificates, purchases and themselves, naming objects of `of`. */
export const portalCertificateBodies = (
  of: Pick<Planted, 'companyId' | 'certificateId'>,
): Readonly<Record<string, readonly Body[]>> => ({
  declarePortalIntent: [{}],
  previewPortalAct: [act],
  sendPortalAct: [act],
  registerPortalNumber: [{ what: 'certificate', number: of.certificateId, companyId: of.companyId }],
  askPortalSales: [{ topic: 'support', text: 'x', companyId: of.companyId }],
  answerPortalInquiry: [{ text: 'x' }],
  changePortalProfile: [{ zone: 'Asia/Omsk' }],
});

const certificate = '00000000-0000-4000-8000-000000000001';

/** A sound body for each of these writes, with its path at a desk of Centaur. */
export const soundPortalCertificateBodies: readonly (readonly [string, string, Body])[] = [
  ['declarePortalIntent', `/api/portal/centaur/certificates/${certificate}/intent`, {}],
  ['previewPortalAct', `/api/portal/centaur/certificates/${certificate}/act-preview`, act],
  ['sendPortalAct', `/api/portal/centaur/certificates/${certificate}/acts`, act],
  [
    'registerPortalNumber',
    '/api/portal/centaur/registrations',
    { what: 'certificate', number: 'x', companyId: null },
  ],
  ['askPortalSales', '/api/portal/centaur/inquiries', { topic: 'support', text: 'x', companyId: null }],
  ['answerPortalInquiry', '/api/portal/centaur/inquiries/1/messages', { text: 'x' }],
  ['changePortalProfile', '/api/portal/centaur/profile', { zone: 'Asia/Omsk' }],
];
