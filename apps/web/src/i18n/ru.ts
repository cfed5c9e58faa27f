import { first } from './ru-first.ts';
import { companies } from './ru/companies.ts';
import { certificateLetters } from './ru/certificate-letters.ts';
import { certificates } from './ru/certificates.ts';
import { forms } from './ru/forms.ts';
import { handling } from './ru/handling.ts';
import { installations } from './ru/installations.ts';
import { place } from './ru/place.ts';
import { products } from './ru/products.ts';
import { serviceStops } from './ru/service-stops.ts';
import { templates } from './ru/templates.ts';
import { ticketExtras } from './ru/ticket-extras.ts';

/** Words of the interface. Keys say where and what; a key missing from another language is a type error. */
export const ru = {
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

export type Messages = typeof ru;
