import type { PortalTicketView } from '@reglament/contract';

/** What of the list stands in the address. */
export interface ListSearch {
  readonly view?: PortalTicketView;
  readonly whose?: 'own';
  readonly q?: string;
}

const views: readonly PortalTicketView[] = ['open', 'waiting', 'closed', 'all'];
const LONGEST = 200;

/** Reads the address; what it does not know is left out. */
export const readListSearch = (search: Readonly<Record<string, unknown>>): ListSearch => {
  const { view, whose, q } = search;
  const known = views.find((one) => one === view && one !== 'open');
  // The router reads digits as a number.
  const typed =
    typeof q === 'number'
      ? String(q)
      : typeof q === 'string'
        ? q.replaceAll(/\p{Cc}/gu, '').slice(0, LONGEST)
        : '';
  return {
    ...(known === undefined ? {} : { view: known }),
    ...(whose === 'own' ? { whose } : {}),
    ...(typed === '' ? {} : { q: typed }),
  };
};
