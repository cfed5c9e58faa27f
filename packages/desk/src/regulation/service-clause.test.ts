import { expect, test } from 'vitest';
import { shipped, shippedIds } from '../test/shipped-regulations.ts';
import { serviceClause } from './service-clause.ts';

const cited = (desk: string, serviceId: string, packageId: string): string | null => {
  const { regulation } = shipped(desk);
  const service = regulation.services.find(({ id }) => id === serviceId);
  const held = regulation.packages.find(({ id }) => id === packageId);
  return service === undefined || held === undefined ? null : serviceClause(regulation, service, held);
};

test.each([
  ['training', 'free', 'SH-F-OUT'],
  ['training', 'paid', 'SH-P-OUT'],
  ['visit', 'free', 'SH-F-OUT'],
  ['visit', 'paid', 'SH-P-OUT'],
  ['visit', 'partner', 'SH-C-OUT'],
  ['remote', 'free', 'SH-F-OUT'],
  ['remote', 'paid', 'SH-P-IN'],
  ['keep-working', 'paid', 'SH-F-IN'],
])('%s of the support that is %s is cited by its own kind’s clause', (service, held, clause) => {
  expect(cited('shtrih-m', service, held)).toBe(clause);
});

test('what is given is not cited by a clause that excludes it from another kind', () => {
  const { packages } = shipped('shtrih-m').regulation;
  const own = (id: string) => packages.find((one) => one.id === id)?.clause;
  expect(cited('shtrih-m', 'instructions', 'paid')).toBe(own('paid'));
  expect(cited('shtrih-m', 'updating', 'partner')).toBe(own('partner'));
});

test('every desk cites a clause that its regulation has', () => {
  for (const id of shippedIds) {
    const { regulation } = shipped(id);
    const known = new Set(regulation.clauses.map((one) => one.id));
    for (const service of regulation.services)
      for (const held of regulation.packages)
        expect(known).toContain(serviceClause(regulation, service, held));
  }
});
