import { first } from './en-first.ts';
import { companies } from './en/companies.ts';
import { certificateLetters } from './en/certificate-letters.ts';
import { certificates } from './en/certificates.ts';
import { forms } from './en/forms.ts';
import { handling } from './en/handling.ts';
import { installations } from './en/installations.ts';
import { place } from './en/place.ts';
import { products } from './en/products.ts';
import { serviceStops } from './en/service-stops.ts';
import { templates } from './en/templates.ts';
import { ticketExtras } from './en/ticket-extras.ts';
import type { Messages } from './ru.ts';

export const en: Messages = {
  ...first,
  ...ticketExtras,
  ...templates,
  ...forms,
  ...handling,
  ...installations,
  ...certificates,
  ...certificateLetters,
  ...companies,
  ...place,
  ...products,
  ...serviceStops,
};
