import type { PortalTicketRow } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { groupsOf } from './groups-of.ts';

const row = (number: number, tone: PortalTicketRow['standing']['tone']): PortalTicketRow => ({
  number,
  subject: 'x',
  state: 'new',
  standing: { tone, name: { ru: '', en: '' }, turn: { ru: '', en: '' } },
  isOwn: true,
  requester: '',
  company: null,
  registeredAt: '2026-01-01T00:00:00.000Z',
  lastMessage: { at: '2026-01-01T00:00:00.000Z', from: 'customer' },
  deadline: null,
  isNews: false,
  found: null,
});

const told = (rows: readonly PortalTicketRow[], view: 'open' | 'waiting' | 'all') =>
  groupsOf(rows, view).map((group) => [group.of, group.rows.map(({ number }) => number)]);

describe('groups of a list', () => {
  it('has those apart that wait for the customer, among the open ones', () => {
    expect(told([row(3, 'mine'), row(1, 'mine'), row(4, 'theirs'), row(2, 'off')], 'open')).toEqual([
      ['waiting', [3, 1]],
      ['others', [4, 2]],
    ]);
    expect(told([row(3, 'mine')], 'open')).toEqual([['waiting', [3]]]);
  });

  it('is one list where none waits, and in every other view', () => {
    expect(told([row(3, 'theirs'), row(1, 'off')], 'open')).toEqual([['all', [3, 1]]]);
    expect(told([row(3, 'mine'), row(4, 'theirs')], 'all')).toEqual([['all', [3, 4]]]);
    expect(told([row(3, 'mine')], 'waiting')).toEqual([['all', [3]]]);
  });
});
