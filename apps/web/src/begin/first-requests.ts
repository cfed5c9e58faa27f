import type { Role } from '@reglament/contract';
import { landingView } from '../desk/landing-view.ts';
import { queueViews } from '../desk/view-names.ts';

/** What of the session decides what is asked next. */
export interface WhoIsThere {
  readonly desks: readonly { readonly slug: string; readonly role: Role }[];
  readonly portals: readonly { readonly slug: string }[];
  readonly secondFactor: string;
  readonly goodAt: readonly { readonly slug: string }[] | null;
}

export interface Place {
  readonly pathname: string;
  /** With its question mark; empty without a query. */
  readonly search: string;
}

/** Pages of whoever is signed in. */
export const isOwnPage = (pathname: string): boolean => /^\/(d\/.*|p\/.*|p|account)?$/.test(pathname);

const onDesk = (desk: string, ...paths: readonly string[]): readonly string[] =>
  paths.map((path) => `/api/desks/${desk}/${path}`);

/** What decides where a dispatcher begins; null until it is there. */
type Landing = Parameters<typeof landingView>[1] | null;

/** A view without conditions; what else an address may say is read by the page itself. */
const viewOf = (search: string, role: Role, regulation: Landing): string | null => {
  if (search === '' && role !== 'dispatcher') return 'open';
  if (search === '') return regulation && landingView(role, regulation);
  return queueViews.find((view) => search === `?view=${view}`) ?? null;
};

const ticketIn = (rest: string): string | null => /^t\/([1-9]\d{0,8})\/?$/.exec(rest)?.[1] ?? null;

const listOf = (desk: string, view: string | null): readonly string[] =>
  view === null ? [] : onDesk(desk, `queue?view=${view}&limit=100`);

interface AtDesk {
  readonly desk: string;
  /** What follows the desk in the path. */
  readonly rest: string;
  readonly view: string | null;
}

const ofWorkspace = ({ desk, rest, view }: AtDesk): readonly string[] => {
  const ticket = ticketIn(rest);
  return [
    ...onDesk(desk, 'regulation'),
    ...(rest === '' ? listOf(desk, view) : []),
    ...(ticket === null ? [] : onDesk(desk, `tickets/${ticket}`, `tickets/${ticket}/extras`)),
    ...onDesk(desk, 'queue/counts', 'notifications', 'views'),
  ];
};

const ofPortal = (desk: string, rest: string, search: string): readonly string[] => {
  const portal = `/api/portal/${desk}`;
  const ticket = ticketIn(rest);
  return [
    portal,
    ...(rest === '' && search === '' ? [`${portal}/tickets?view=open&whose=all&search=`] : []),
    ...(ticket === null ? [] : [`${portal}/tickets/${ticket}`]),
    `${portal}/news`,
  ];
};

/** Where the address without a path leads. */
const homeOf = ({ desks: [desk], portals: [portal, ...others] }: WhoIsThere): string => {
  if (desk !== undefined) return `/d/${desk.slug}${desk.role === 'sales' ? '/inquiries' : ''}`;
  return portal === undefined || others.length > 0 ? '/p' : `/p/${portal.slug}`;
};

/**
 * Addresses that a page asks for first, in the order of need, letter for letter as its queries will ask.
 *
 * @param regulation null: it has yet to come; then a list that it decides about is left out
 * @returns nothing for a page whose person may not see it or has yet to give the second factor
 */
export const firstRequests = (
  { pathname, search }: Place,
  who: WhoIsThere,
  regulation: Landing = null,
): readonly string[] => {
  if (who.secondFactor === 'owed') return [];
  const path = pathname === '/' ? homeOf(who) : pathname;
  const [, area, slug = '', rest = ''] = /^\/([dp])\/([a-z\d-]+)(?:\/(.*))?$/.exec(path) ?? [];
  if (who.goodAt?.some((good) => good.slug === slug) === false) return [];
  if (area === 'p') return who.portals.some((one) => one.slug === slug) ? ofPortal(slug, rest, search) : [];
  const desk = who.desks.find((one) => one.slug === slug);
  if (area !== 'd' || desk === undefined || who.secondFactor === 'to-set-up') return [];
  return ofWorkspace({ desk: slug, rest, view: viewOf(search, desk.role, regulation) });
};
