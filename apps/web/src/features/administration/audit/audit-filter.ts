import { endOfLocalDate, parseLocalDate, parseTimeZone, toInstant } from '@reglament/working-time';

/** What is looked for, as it stands in the address. Days are of the desk's wall calendar. */
export interface AuditFilter {
  readonly personId?: string;
  readonly action?: string;
  readonly outcome?: 'done' | 'refused';
  readonly target?: string;
  readonly from?: string;
  readonly until?: string;
}

const textOf = (value: unknown, limit: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, limit) : undefined;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Half-typed years mean nothing yet. */
const DAY = /^(?:19[789]|20\d|21\d)\d-\d{2}-\d{2}$/;

/** What an address asks for; what means nothing is left out. */
export const readFilter = (search: Readonly<Record<string, unknown>>): AuditFilter => {
  const personId = textOf(search['personId'], 36);
  const action = textOf(search['action'], 60);
  const outcome = search['outcome'];
  const target = textOf(search['target'], 300);
  const from = textOf(search['from'], 10);
  const until = textOf(search['until'], 10);
  return {
    ...(personId !== undefined && ID.test(personId) ? { personId } : {}),
    ...(action === undefined ? {} : { action }),
    ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
    ...(target === undefined ? {} : { target }),
    ...(from !== undefined && DAY.test(from) && parseLocalDate(from) !== null ? { from } : {}),
    ...(until !== undefined && DAY.test(until) && parseLocalDate(until) !== null ? { until } : {}),
  };
};

/** The filter as the server is asked: days become the instants they begin and end at. */
export const askedFilter = ({ from, until, ...rest }: AuditFilter, zone: string) => {
  const known = parseTimeZone(zone);
  const first = from === undefined ? null : parseLocalDate(from);
  const last = until === undefined ? null : parseLocalDate(until);
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    ...rest,
    ...(known === null || first === null ? {} : { from: iso(toInstant(known, first, 0)) }),
    ...(known === null || last === null ? {} : { until: iso(endOfLocalDate(known, last)) }),
  };
};
