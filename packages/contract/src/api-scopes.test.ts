import { describe, expect, it } from 'vitest';
import { apiScope } from './api-key-schemas.ts';
import { scopeOf, scopes } from './api-scopes.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

const all = Object.values(endpoints) as readonly Endpoint[];

describe('what a key needs for an endpoint', () => {
  it('is said of every endpoint that is for staff, and of no other', () => {
    const forStaff = all.filter(
      ({ permission }) => !['public', 'signed-in', 'customer', 'administrator'].includes(permission),
    );
    expect(Object.keys(scopes).toSorted()).toEqual(forStaff.map(({ id }) => id).toSorted());
  });

  it('names every right that there is', () => {
    const needed = new Set(Object.values(scopes));
    expect(apiScope.options.filter((scope) => !needed.has(scope))).toEqual([]);
  });

  it('is a right to read for what reads, and to write for what writes', () => {
    for (const e of all) {
      const scope = scopeOf(e);
      if (scope === null || scope === 'any') continue;
      expect({ id: e.id, scope }).toEqual({
        id: e.id,
        scope: expect.stringMatching(e.method === 'GET' ? /:read$/ : /:write$/) as string,
      });
    }
  });

  it('is nothing that a key can have where only administrators, customers or strangers come', () => {
    const closed = all.filter(
      ({ permission, path }) =>
        ['administrator', 'customer', 'public', 'signed-in'].includes(permission) ||
        !path.startsWith('/api/desks/{desk}/'),
    );
    expect(closed.length).toBeGreaterThan(10);
    expect(closed.filter((e) => scopeOf(e) !== null).map(({ id }) => id)).toEqual([]);
  });

  it('is closed where nothing is said', () => {
    expect(scopeOf({ id: 'toString', permission: 'staff' })).toBeNull();
    expect(scopeOf({ id: 'unheardOf', permission: 'staff' })).toBeNull();
    expect(scopeOf({ id: 'getQueue', permission: 'staff' })).toBe('tickets:read');
  });
});
