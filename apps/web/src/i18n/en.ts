import { calls } from './en/calls.ts';
import { companies } from './en/companies.ts';
import { certificateLetters } from './en/certificate-letters.ts';
import { certificates } from './en/certificates.ts';
import { forms } from './en/forms.ts';
import { handling } from './en/handling.ts';
import { inquiries } from './en/inquiries.ts';
import { installations } from './en/installations.ts';
import { place } from './en/place.ts';
import { products } from './en/products.ts';
import { queue } from './en/queue.ts';
import { search } from './en/search.ts';
import { serviceStops } from './en/service-stops.ts';
import { shell } from './en/shell.ts';
import { templates } from './en/templates.ts';
import { ticket } from './en/ticket.ts';
import { views } from './en/views.ts';
import { ticketExtras } from './en/ticket-extras.ts';
import type { Messages } from './ru.ts';

export const en: Messages = {
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
