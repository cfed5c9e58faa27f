import { addressOf, endpoints } from '@reglament/contract';
import type { Regulation } from '@reglament/desk';
import { describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '../api/queries.ts';
import { firstRequests, isOwnPage, type WhoIsThere } from './first-requests.ts';

const who: WhoIsThere = {
  desks: [
    { slug: 'kassa', role: 'engineer' },
    { slug: 'post', role: 'dispatcher' },
  ],
  portals: [{ slug: 'shop' }],
  secondFactor: 'given',
  goodAt: null,
};
const at = (pathname: string, search = '', person = who) => firstRequests({ pathname, search }, person);
const desk = 'kassa';
const frame = [
  addressOf(endpoints.getQueueCounts, { desk }),
  addressOf(endpoints.getNotifications, { desk }),
  addressOf(endpoints.getViews, { desk }),
];
const regulation = addressOf(endpoints.getRegulation, { desk });
const queueOf = (view: string) => addressOf(endpoints.getQueue, { desk }, { view, limit: PAGE_SIZE });

describe('firstRequests', () => {
  it('asks for a queue as its queries will, whether the address names the view or not', () => {
    expect(at('/d/kassa')).toEqual([regulation, queueOf('open'), ...frame]);
    expect(at('/d/kassa/', '?view=mine')).toEqual([regulation, queueOf('mine'), ...frame]);
  });

  it('leaves a list to the page where the address or the regulation decides more about it', () => {
    expect(at('/d/kassa', '?view=open&state=new')).toEqual([regulation, ...frame]);
    expect(at('/d/kassa/companies')).toEqual([regulation, ...frame]);
  });

  it("waits for the regulation with a dispatcher's first list", () => {
    const list = (address: string) => address.includes('/queue?');
    const place = { pathname: '/d/post', search: '' };
    expect(firstRequests(place, who).some(list)).toBe(false);
    const clock = { start: 'registration', stops: ['classification'] };
    const listBy = (clocks: readonly unknown[]) =>
      firstRequests(place, who, { clocks } as unknown as Regulation).find(list);
    expect(listBy([])).toContain('view=open&');
    expect(listBy([clock])).toContain('view=classify&');
  });

  it('asks for a ticket', () => {
    const params = { desk, number: 17 };
    expect(at('/d/kassa/t/17')).toEqual([
      regulation,
      addressOf(endpoints.getTicket, params),
      addressOf(endpoints.getTicketExtras, params),
      ...frame,
    ]);
    expect(at('/d/kassa/t/seventeen')).toEqual([regulation, ...frame]);
  });

  it('asks for a portal, its list and its tickets', () => {
    const overview = addressOf(endpoints.getPortal, { desk: 'shop' });
    const news = addressOf(endpoints.getPortalNews, { desk: 'shop' });
    const query = { view: 'open', whose: 'all', search: '' };
    expect(at('/p/shop')).toEqual([
      overview,
      addressOf(endpoints.getPortalTickets, { desk: 'shop' }, query),
      news,
    ]);
    const ticket = addressOf(endpoints.getPortalTicket, { desk: 'shop', number: 4 });
    expect(at('/p/shop/t/4')).toEqual([overview, ticket, news]);
  });

  it('knows where home is', () => {
    expect(at('/')).toEqual(at('/d/kassa'));
    expect(at('/', '', { ...who, desks: [{ slug: 'kassa', role: 'sales' }] })).toEqual([
      regulation,
      ...frame,
    ]);
    expect(at('/', '', { ...who, desks: [] })).toEqual(at('/p/shop'));
    expect(at('/', '', { ...who, desks: [], portals: [] })).toEqual([]);
  });

  it('asks nothing that would be refused', () => {
    expect(at('/d/elsewhere')).toEqual([]);
    expect(at('/p/kassa')).toEqual([]);
    expect(at('/d/kassa', '', { ...who, secondFactor: 'owed' })).toEqual([]);
    expect(at('/d/kassa', '', { ...who, secondFactor: 'to-set-up' })).toEqual([]);
    expect(at('/p/shop', '', { ...who, secondFactor: 'to-set-up' })).not.toEqual([]);
    expect(at('/d/kassa', '', { ...who, goodAt: [{ slug: 'post' }] })).toEqual([]);
  });

  it('tells pages of whoever is signed in from the doors', () => {
    for (const own of ['/', '/d/kassa', '/d/kassa/t/1', '/p', '/p/shop', '/account'])
      expect([own, isOwnPage(own)]).toEqual([own, true]);
    for (const door of ['/sign-in', '/setup', '/enter/x', '/second-factor', '/nowhere'])
      expect([door, isOwnPage(door)]).toEqual([door, false]);
  });
});
