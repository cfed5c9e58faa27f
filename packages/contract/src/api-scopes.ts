import type { ApiScope } from './api-key-schemas.ts';
import type { Endpoint, Permission } from './endpoint.ts';

/** What a key needs for an endpoint; `any`: every key of the desk may; null: none may, a person has to. */
export type NeededScope = ApiScope | 'any' | null;

/** Endpoints that no key ever opens: of strangers, of whoever is signed in, of customers, of administrators. */
const closed: ReadonlySet<Permission> = new Set(['public', 'signed-in', 'customer', 'administrator']);

/** By id of the endpoint: a test wants every one of the contract here that is not closed by its permission. */
export const scopes: Readonly<Record<string, NeededScope>> = {
  getRegulation: 'any',
  getEditions: 'any',
  getEdition: 'any',

  getQueue: 'tickets:read',
  getQueueCounts: 'tickets:read',
  getQueueNumbers: 'tickets:read',
  getTicket: 'tickets:read',
  bulkTickets: 'tickets:write',
  getTicketExtras: 'tickets:read',
  getAttachment: 'tickets:read',
  previewAttachment: 'tickets:read',
  getPeople: 'tickets:read',
  getTags: 'tickets:read',
  getTicketRating: 'tickets:read',
  registerTicket: 'tickets:write',
  commandTicket: 'tickets:write',
  mergeTicket: 'tickets:write',
  splitTicket: 'tickets:write',
  tagTicket: 'tickets:write',
  linkTicket: 'tickets:write',
  followTicket: 'tickets:write',
  uploadAttachment: 'tickets:write',
  getViews: null,
  createView: null,
  changeView: null,
  deleteView: null,
  getDrafts: null,
  keepDraft: null,
  snoozeTicket: null,
  addTime: null,
  changeTime: null,
  removeTime: null,
  showPresence: null,
  getTemplates: null,
  createTemplate: null,
  changeTemplate: null,
  deleteTemplate: null,
  createTag: 'tickets:write',
  changeTag: 'tickets:write',

  getCompanies: 'companies:read',
  getCompany: 'companies:read',
  getServiceStops: 'companies:read',
  getCompanyPortal: 'companies:read',
  changeCompanyPortal: 'companies:write',
  createCompany: 'companies:write',
  changeCompany: 'companies:write',
  mergeCompany: 'companies:write',
  unmergeCompany: 'companies:write',
  importCompanies: 'companies:write',
  stopService: 'companies:write',
  resumeService: 'companies:write',

  getCertificates: 'certificates:read',
  getCertificate: 'certificates:read',
  getCertificateLetters: 'certificates:read',
  getCompliance: 'certificates:read',
  getNameable: 'certificates:read',
  getInstances: 'certificates:read',
  getCompanyInstances: 'certificates:read',
  getLicences: 'certificates:read',
  issueCertificate: 'certificates:write',
  commandCertificate: 'certificates:write',
  createInstance: 'certificates:write',
  changeInstance: 'certificates:write',
  importInstances: 'certificates:write',
  createLicence: 'certificates:write',
  changeLicence: 'certificates:write',

  getInquiries: 'sales:read',
  getInquiry: 'sales:read',
  openInquiry: 'sales:write',
  commandInquiry: 'sales:write',
  sendTicketToSales: 'sales:write',

  getProducts: 'products:read',
  createProduct: 'products:write',
  changeProduct: 'products:write',
  createProductVersion: 'products:write',
  changeProductVersion: 'products:write',

  getBoard: 'tickets:read',

  // Go over people, companies, certificates and tickets at once, as search does.
  getCallers: null,
  previewCall: null,
  getMissedCalls: 'tickets:read',
  addMissedCall: 'tickets:write',
  changeMissedCall: 'tickets:write',

  // Goes over tickets, companies and certificates at once, whatever of them a key may read.
  search: null,

  // What the desk is called and who works here is set up by people.
  getDesk: null,
  getStaff: null,
  inviteStaff: null,
  withdrawInvitation: null,

  // Told to people.
  getNotifications: null,
  readNotifications: null,
  getNotificationSettings: null,
  changeNotificationSettings: null,
};

/** What a key needs for an endpoint. One that is not in the table is open to none. */
export const scopeOf = ({ id, permission }: Pick<Endpoint, 'id' | 'permission'>): NeededScope =>
  closed.has(permission) || !Object.hasOwn(scopes, id) ? null : (scopes[id] ?? null);
