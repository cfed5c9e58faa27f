import type { NotificationWords } from '../ru/notifications.ts';

export const notifications: NotificationWords = {
  title: 'Notifications',
  about: 'Choose what this desk tells you, and how.',
  theme: 'About',
  inPage: 'In the page',
  byMail: 'By mail',
  themes: {
    mentioned: 'I am mentioned',
    assigned: 'A ticket is assigned to me',
    replied: 'A customer replies in my ticket',
    followed: 'News in a ticket that I follow',
    deadline: 'A deadline is near or missed',
  },
  hints: {
    mentioned: 'A colleague names you in an internal note.',
    assigned: 'Somebody gave it to you; what you took yourself does not count.',
    replied: 'By mail, on the ticket’s page or in the portal.',
    followed: 'A message or another state, unless it was you.',
    deadline: 'Of your tickets; of those that nobody took, for dispatchers and leads.',
  },
  inPageOf: (theme) => `${theme}: in the page`,
  byMailOf: (theme) => `${theme}: by mail`,
  mailHint: (email) =>
    `Letters go to ${email} after a minute, and only if you have not read it in the page by then. Deadlines are mailed at once. Letters hold no words of notes.`,
  always:
    'In the page in any case: a letter that could not be read, a number to be told by phone, a deadline moved by a new edition, a customer’s answer to a proposal, purchase inquiries.',
  failed: 'The settings did not load',
};
