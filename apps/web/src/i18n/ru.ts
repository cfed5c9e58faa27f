import { calls } from './ru/calls.ts';
import { companies } from './ru/companies.ts';
import { certificateLetters } from './ru/certificate-letters.ts';
import { certificates } from './ru/certificates.ts';
import { forms } from './ru/forms.ts';
import { handling } from './ru/handling.ts';
import { inquiries } from './ru/inquiries.ts';
import { installations } from './ru/installations.ts';
import { place } from './ru/place.ts';
import { products } from './ru/products.ts';
import { queue } from './ru/queue.ts';
import { search } from './ru/search.ts';
import { serviceStops } from './ru/service-stops.ts';
import { shell } from './ru/shell.ts';
import { templates } from './ru/templates.ts';
import { ticket } from './ru/ticket.ts';
import { views } from './ru/views.ts';
import { ticketExtras } from './ru/ticket-extras.ts';

/** Words of the interface. Keys say where and what; a key missing from another language is a type error. */
export const ru = {
  ...shell,
  ...queue,
  ...ticket,
  ...ticketExtras,
  ...templates,
  ...forms,
  ...handling,
  ...inquiries,
  ...installations,
  ...certificates,
  ...certificateLetters,
  ...calls,
  ...companies,
  ...place,
  ...products,
  ...serviceStops,
  ...search,
  ...views,
};

export type Messages = typeof ru;
