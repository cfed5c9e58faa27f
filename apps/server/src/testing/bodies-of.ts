import { portalCertificateBodies } from './portal-certificate-bodies.ts';
import { portalTicketBodies } from './portal-ticket-bodies.ts';
import { type Planted, versionFor } from './planted-desk.ts';

type Bodies = Readonly<Record<string, readonly unknown[]>>;

/** What is asked of sales. */
const salesBodiesOf = (of: Planted): Bodies => {
  const inquiry = {
    channel: 'phone',
    topic: 'support',
    requesterEmail: null,
    requesterName: 'Анна',
    companyId: null,
    district: null,
    subject: 'Тема',
    text: 'Текст',
  };
  return {
    openInquiry: [{ ...inquiry, companyId: of.companyId }],
    commandInquiry: [
      { command: 'name-company', companyId: of.companyId },
      { command: 'close-won', certificateId: of.certificateId, partnerId: of.companyId },
      { command: 'answer', text: 'x', attachments: [of.attachmentId] },
      { command: 'add-note', text: 'x', attachments: [of.draftId] },
    ],
    sendTicketToSales: [{ topic: 'support' }],
  };
};

/** What was bought, and where it runs. */
const boughtBodiesOf = (of: Planted): Bodies => ({
  createProduct: [{ name: of.canary }],
  changeProduct: [{ retired: true }],
  createProductVersion: [versionFor(of.canary, '9.9')],
  changeProductVersion: [versionFor(of.canary, '9.9')],
  mergeCompany: [{ goneId: of.companyId }],
  unmergeCompany: [{}],
  importCompanies: [undefined],
  importInstances: [undefined],
  issueCertificate: [
    {
      companyId: of.companyId,
      number: of.canary,
      packageId: 'basic',
      products: null,
      installationType: null,
      quantity: null,
      term: { count: 12, unit: 'months' },
      namedStart: null,
      dates: { 'contract-date': '2025-01-10' },
      figures: {},
      bought: [],
      visitsPerTicket: null,
      people: {},
    },
  ],
  commandCertificate: [{ command: 'suspend', reason: 'x' }],
  createInstance: [
    {
      product: `Продукт ${of.canary}`,
      productVersion: null,
      installationType: null,
      key: `${of.canary}-2`,
      keyRegisteredOn: null,
      commissionedOn: null,
      hasWorked: false,
      siteId: null,
      activated: 1,
      certificateId: of.certificateId,
    },
  ],
  changeInstance: [{ activated: 2 }, { certificateId: of.certificateId }],
  createLicence: [{ number: of.canary, products: null, from: '2025-01-10', until: null }],
  changeLicence: [{ until: '2025-12-31' }],
});

const token = 'a'.repeat(52);

const passkeyAnswer = {
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  response: {},
  clientExtensionResults: {},
};
const challengeId = '00000000-0000-7000-8000-000000000000';

/** One's own account: nothing that would lock the tests out of it. */
const accountBodies: Bodies = {
  changeAccount: [{ name: 'Сотрудник', language: null }],
  changePassword: [{ current: 'not the password', next: 'a new password' }],
  offerTotp: [{}],
  confirmTotp: [{ code: '000000x' }],
  removeTotp: [{ code: '000000x' }],
  renewRecoveryCodes: [{ code: '000000x' }],
  offerPasskey: [{}],
  addPasskey: [{ challengeId, name: 'x', response: passkeyAnswer }],
  giveSecondFactor: [{ code: '000000x' }],
  askPasskey: [{}],
  signInByPasskey: [{ challengeId, response: passkeyAnswer }],
};

/** Ways in by mail, for nobody whom any desk knows; and who works here. */
const waysInBodies: Bodies = {
  askSignInLink: [{ email: 'nobody@staff.example' }],
  askPasswordReset: [{ email: 'nobody@staff.example' }],
  lookAtWayIn: [{ token }],
  signInByLink: [{ token }],
  resetPassword: [{ token, password: 'a new password' }],
  acceptInvitation: [{ token, name: 'Анна', password: 'a new password' }],
  ...accountBodies,
  inviteStaff: [{ email: 'newcomer@staff.example', name: 'Анна', role: 'engineer' }],
  changeStaff: [{ role: 'engineer' }],
  resetSecondFactor: [{}],
};

/** Keys and webhooks, which only administrators make. */
const outsideBodies: Bodies = {
  createApiKey: [{ name: 'x', role: 'engineer', scopes: ['tickets:read'], expiresInDays: 1 }],
  createWebhook: [{ url: 'https://127.0.0.1/hook', types: ['ticket.registered'] }],
  changeWebhook: [{ about: 'x' }],
  rotateWebhookSecret: [{}],
  pingWebhook: [{}],
  replayWebhook: [{ what: 'since', since: '2020-01-01T00:00:00Z', all: true }],
};

/** What staff keep beside their tickets. */
const workBodiesOf = (of: Planted): Bodies => ({
  createView: [{ name: 'x', shared: false, query: { view: 'open' } }],
  changeView: [{ name: 'y' }],
  bulkTickets: [{ numbers: [of.number], action: { kind: 'assign', personId: null } }],
  keepDraft: [
    {
      writer: of.engineerId,
      about: `ticket.${of.number}.reply`,
      content: { text: 'x', rest: '' },
      base: null,
    },
  ],
  snoozeTicket: [{ until: null }],
  addTime: [{ minutes: 5, on: '2025-01-10', note: 'x' }],
  changeTime: [{ minutes: 5, on: '2025-01-10', note: 'x' }],
  showPresence: [{ doing: 'looking' }],
  createTemplate: [{ personal: true, name: 'x', text: 'x', say: null, actions: [] }],
  changeTemplate: [{ name: 'x', text: 'x', say: null, actions: [{ kind: 'tag', tagId: of.tagId }] }],
  createTag: [{ name: 'x', tone: 'info' }],
  changeTag: [{ tone: 'warn' }],
  tagTicket: [{ add: [of.tagId], remove: [] }],
  linkTicket: [{ to: of.number, relation: 'related' }],
  followTicket: [{ personId: null, following: false }],
});

/** The first start of an installation, which this one has behind it. */
const setupBodiesOf = (of: Planted): Bodies => ({
  lookAtSetup: [{ token: 'x' }],
  checkFirstText: [{ token: 'x', source: of.canary }],
  setUpFirst: [
    {
      token: 'x',
      person: { name: 'Анна', email: 'anna@first.example', password: 'long enough 1' },
      desk: { slug: 'first', address: 'support@first.example', name: { ru: '', en: '' } },
      regulation: { kind: 'shipped', slug: 'flat' },
    },
  ],
});

/** Bodies that name objects of `of`, for every endpoint that takes one: the list is complete by its type. */
export const bodiesOf = (of: Planted): Bodies => {
  const registration = {
    channel: 'phone',
    requesterEmail: null,
    requesterName: 'Анна',
    companyId: of.companyId,
    subject: 'Тема',
    text: 'Текст',
    type: null,
    priority: null,
  };
  return {
    signIn: [{ email: 'nobody@staff.example', password: 'wrong password' }],
    ...waysInBodies,
    registerTicket: [
      registration,
      { ...registration, contactId: of.contactId },
      { ...registration, companyId: null, attachments: [of.attachmentId] },
      { ...registration, companyId: null, attachments: [of.draftId] },
    ],
    commandTicket: [
      { command: 'identify', companyId: of.companyId },
      { command: 'name-product', product: `Продукт ${of.canary}`, productVersion: '1.0' },
      { command: 'add-note', text: 'x', attachments: [of.draftId] },
      { command: 'reply', text: 'x', attachments: [of.attachmentId] },
    ],
    stopService: [{ contactId: of.contactId, evidence: 'x' }],
    resumeService: [{ contactId: of.contactId, reason: 'x' }],
    addMissedCall: [{ phone: '+74951112233', note: 'x' }],
    changeMissedCall: [{ act: 'take' }, { act: 'handle' }],
    mergeTicket: [{ into: 1 }],
    ...salesBodiesOf(of),
    splitTicket: [{ subject: 'x', text: 'x', type: null, priority: null }],
    createCompany: [{ name: 'x', inn: null, kpp: null, ogrn: null, district: null, city: '' }],
    changeCompanyPortal: [
      { visibility: 'all', supervisors: [] },
      { visibility: 'by-role', supervisors: [of.contactId] },
    ],
    changeCompany: [
      { sites: [] },
      {
        contacts: [
          { contactId: null, name: 'x', email: `${of.canary}@customer.example`, phone: '', listed: true },
        ],
      },
    ],
    ...boughtBodiesOf(of),
    ...portalCertificateBodies(of),
    ...portalTicketBodies(of),
    ...outsideBodies,
    readNotifications: [{}, { ticketNumber: 1 }],
    changeNotificationSettings: [{ mentioned: { inPage: true, byMail: false } }],
    writeLetter: [{ fromName: 'Анна', fromAddress: 'anna@writer.example', subject: 'x', text: 'x' }],
    retryLetter: [{}],
    ...setupBodiesOf(of),
    changeDesk: [{ name: { ru: of.canary, en: of.canary } }],
    changeMailbox: [{ imap: null, smtp: null, trustedAuthserv: null }],
    testMailbox: [{ imap: null, smtp: null }],
    retryMailbox: [{}],
    checkEdition: [{ source: of.canary }],
    giveEdition: [{ source: of.canary }],
    dropLetter: [undefined],
    uploadAttachment: [undefined],
    ...workBodiesOf(of),
  };
};
