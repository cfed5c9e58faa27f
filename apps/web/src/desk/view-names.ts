import type { InquiryView, QueueView } from '@reglament/contract';
import type { CertificatesTab } from '../features/certificates/certificates-tab.ts';

/** Every name once: one that is missing or unknown is a type error. */
const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[];

/** What an address may name; the words for them are another language's business. */
export const queueViews = namesOf<QueueView>({
  open: true,
  mine: true,
  unassigned: true,
  classify: true,
  waiting: true,
  snoozed: true,
  resolved: true,
  'not-entitled': true,
  unidentified: true,
  closed: true,
});

export const inquiryViews = namesOf<InquiryView>({
  open: true,
  mine: true,
  unrouted: true,
  answered: true,
  won: true,
  lost: true,
  all: true,
});

export const certificatesTabs = namesOf<CertificatesTab>({
  'expiring-30': true,
  'expiring-60': true,
  'expiring-90': true,
  'over-quantity': true,
  loyalty: true,
  ended: true,
  'not-begun': true,
  'licences-lapsed': true,
  all: true,
});
