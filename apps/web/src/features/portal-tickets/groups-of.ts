import type { PortalTicketRow, PortalTicketView } from '@reglament/contract';

interface Group {
  readonly of: 'waiting' | 'others' | 'all';
  readonly rows: readonly PortalTicketRow[];
}

/** Of the open tickets those that wait for the customer, then the others; without any that wait one list, as of every other view. */
export const groupsOf = (rows: readonly PortalTicketRow[], view: PortalTicketView): readonly Group[] => {
  const waiting = rows.filter(({ standing }) => standing.tone === 'mine');
  if (view !== 'open' || waiting.length === 0) return [{ of: 'all', rows }];
  const others = rows.filter(({ standing }) => standing.tone !== 'mine');
  return [
    { of: 'waiting', rows: waiting },
    ...(others.length === 0 ? [] : [{ of: 'others' as const, rows: others }]),
  ];
};
