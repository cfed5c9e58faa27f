import type { CertificateView } from '@reglament/contract';

/** What the page of certificates shows: a list of them, or of the licence agreements that have lapsed. */
export type CertificatesTab = CertificateView | 'licences-lapsed';
