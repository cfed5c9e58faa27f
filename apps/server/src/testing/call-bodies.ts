import { newId } from '../ids.ts';

export const registration = {
  channel: 'phone',
  contactId: null,
  requesterEmail: null,
  requesterName: 'Анна',
  companyId: null,
  subject: 'Тема',
  text: 'Текст',
  type: null,
  priority: null,
};

/** A sound body for whatever a call leaves behind. */
export const soundCallBodies: readonly (readonly [string, string, object])[] = [
  ['registerTicket', '/api/desks/centaur/tickets', registration],
  ['addMissedCall', '/api/desks/centaur/missed-calls', { phone: '+74951112233' }],
  ['changeMissedCall', `/api/desks/centaur/missed-calls/${newId()}`, { act: 'take' }],
];
