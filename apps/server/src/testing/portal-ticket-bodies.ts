import type { Planted } from './planted-desk.ts';

type Body = Readonly<Record<string, unknown>>;

const newTicket: Body = {
  companyId: null,
  subject: 'Тема',
  text: 'Текст',
  type: null,
  priority: null,
};

/** What customers say of tickets, naming objects of `of`. */
export const portalTicketBodies = (of: Planted): Readonly<Record<string, readonly unknown[]>> => ({
  commandPortalTicket: [
    { command: 'answer', text: 'x', attachments: [of.attachmentId] },
    { command: 'answer', text: 'x', attachments: [of.draftId] },
    { command: 'object', text: 'x' },
    { command: 'confirm' },
    { command: 'ask-callback', phone: '+7 812 000-00-00' },
    { command: 'answer-proposal', proposalId: of.attachmentId, accepted: true },
    { command: 'answer-date', proposalId: of.attachmentId, accepted: true },
    { command: 'state-fields', fields: { description: 'x' } },
  ],
  ratePortalTicket: [{ score: 5, words: 'x' }],
  registerPortalTicket: [
    { ...newTicket, companyId: of.companyId },
    { ...newTicket, attachments: [of.draftId] },
    { ...newTicket, product: `Продукт ${of.canary}` },
  ],
  uploadPortalFile: [undefined],
  readPortalNews: [{}],
  keepPortalDraft: [
    {
      writer: of.engineerId,
      about: `ticket.${of.number}.answer`,
      content: { text: 'x', rest: '' },
      base: null,
    },
  ],
});

const noId = '00000000-0000-4000-8000-000000000000';
const commands = '/api/portal/centaur/tickets/1/commands';

/** A sound body for each. */
export const soundPortalTicketBodies: readonly (readonly [string, string, Body])[] = [
  ['registerPortalTicket', '/api/portal/centaur/tickets', newTicket],
  ['ratePortalTicket', '/api/portal/centaur/tickets/1/rating', { score: 5, words: 'x' }],
  ['readPortalNews', '/api/portal/centaur/news/read', {}],
  [
    'keepPortalDraft',
    '/api/portal/centaur/drafts',
    { writer: noId, about: 'new', content: null, base: null },
  ],
  ['commandPortalTicket answer', commands, { command: 'answer', text: 'x' }],
  ['commandPortalTicket confirm', commands, { command: 'confirm' }],
  ['commandPortalTicket ask-callback', commands, { command: 'ask-callback', phone: '+7 812 000-00-00' }],
  ['commandPortalTicket object', commands, { command: 'object', text: 'x' }],
  [
    'commandPortalTicket answer-proposal',
    commands,
    { command: 'answer-proposal', proposalId: noId, accepted: true },
  ],
  ['commandPortalTicket answer-date', commands, { command: 'answer-date', proposalId: noId, accepted: true }],
  ['commandPortalTicket state-fields', commands, { command: 'state-fields', fields: { description: 'x' } }],
];
