/** What the desk does not do yet, by the words that coverage.md uses for it. */
export const CAPABILITIES = {
  benches: 'test benches',
  companies: 'what is known of a company: sites, standing, its network',
  consents: 'consent to work on a live system',
  defects: 'defects with a planned release',
  editions: 'editions of a regulation told to customers',
  estimates: 'estimates of paid work',
  features: 'wishes for features, counted',
  news: 'news to customers',
  outsiders: 'staff of other organisations',
  page: 'the published regulation',
  portal: 'the customers’ portal',
  products: 'products, versions and installation types on record',
  releases: 'releases and who may have them',
  reports: 'reports',
  sessions: 'remote sessions',
  visits: 'visits',
} as const;

export type Capability = keyof typeof CAPABILITIES;

export interface OpenClause {
  readonly needs: readonly Capability[];
  /** What no scenario shows; only where scenarios show the rest. */
  readonly missing?: string;
}

const open = (...needs: readonly Capability[]): OpenClause => ({ needs });
const partly = (missing: string, ...needs: readonly Capability[]): OpenClause => ({ needs, missing });

/**
 * Clauses that are not fully shown yet. Kept by hand: who closes one takes its line away, and then a scenario must prove
 * all of it.
 */
export const OPEN: Readonly<Record<string, OpenClause>> = {
  'AO-4.1-topics': partly('bespoke work after a recorded agreement of both sides', 'estimates'),
  'AO-4.1-updates': partly('releases that are served', 'releases'),
  'AO-4.1-visit': partly('a visit that is scheduled', 'visits'),
  'AO-4.1-install': partly('the matrix shown on the public page', 'page'),
  'AO-4.1-compat': partly('the matrix shown on the public page', 'page'),
  'AO-4.1-thirdparty': partly('the matrix shown on the public page', 'page'),
  'AO-4.1-bugfix': partly('a confirmed defect that can’t do without a date', 'defects'),
  'AO-4.1-feature': partly('wishes counted up to the threshold', 'features'),
  'AO-4.2.1': partly('the matrix shown on the public page', 'page'),
  'AO-4.2.4': open('benches'),
  'AO-4.2.5': open('consents', 'sessions'),
  'AO-5': partly(
    'the public page with its history, and word of a new edition to customers',
    'page',
    'editions',
  ),
  'AO-1.5': open('outsiders'),
  'AO-CONTACT': partly('the public page', 'page'),
  'CN-S2': partly('the matrix shown on the public page', 'page'),
  'CN-S3': partly('the matrix shown on the public page', 'page'),
  'CN-S4': partly('releases to download', 'releases'),
  'CN-S5': partly('the planned release of a defect, and word of it when it ships', 'defects'),
  'CN-S7': partly('the session', 'sessions'),
  'CN-S8': partly('notes on the customer’s network', 'companies'),
  'CN-S9': partly('the session', 'sessions'),
  'CN-S11': partly('the cities of presence', 'visits'),
  'CN-VISIT': partly('sites outside the cities, the count of visits', 'visits'),
  'CN-L2': partly('known solutions offered to the engineer', 'products'),
  'CN-CONTACT': partly('the public page; a letter to the office address', 'page'),
  'FL-ALL': partly('downloads', 'releases'),
  'FL-NOTE': partly('releases that are served', 'releases'),
  'FL-K4': partly('the visit, and what is missing for it', 'visits', 'defects'),
  'FL-L3': partly('the linked defect and release', 'defects', 'releases'),
  'FL-EDITION': partly('the edition on the public page and in print', 'page'),
  'FL-CONTACT': partly('the public page', 'page'),
  'OW-T-types': partly('the estimate that a request leads to', 'estimates'),
  'OW-S1': partly('the announcement itself', 'news', 'releases'),
  'OW-S2': partly('the opt-in of a company; the matrix shown on the public page', 'page'),
  'OW-S3': partly('the matrix shown on the public page', 'page'),
  'OW-S5': partly('the matrix shown on the public page', 'page'),
  'OW-S6': partly('the matrix shown on the public page', 'page'),
  'OW-S7': partly('the session, and access that the customer grants', 'sessions'),
  'OW-S8': partly('the report by causes', 'reports'),
  'OW-S9': partly('the paid order, priced and accepted', 'estimates'),
  'OW-S10': partly('the estimate with its acceptance', 'estimates'),
  'OW-S12': partly('the offer on the portal', 'portal', 'page'),
  'OW-CONTACT': partly('the public page', 'page'),
  'SH-F-IN': partly('the matrix shown on the public page', 'page'),
  'SH-F-OUT': partly('a session and a visit that are blocked', 'sessions', 'visits'),
  'SH-P-IN': partly('a session that only staff start, with the name of its tool', 'sessions'),
  'SH-CONTACT': partly('the public page', 'page'),
};
