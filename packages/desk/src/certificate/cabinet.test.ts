import { describe, expect, test } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { cabinetOf } from './cabinet.ts';

describe('AO-4.1-cabinet', () => {
  const { regulation } = shipped('alteroffice');

  test('basic has no cabinet; it opens on upgrade, also beside a basic certificate', () => {
    expect(cabinetOf(regulation, ['basic'])).toEqual({
      open: false,
      registers: false,
      clause: 'AO-4.1-cabinet',
      packages: ['extended', 'maximum'],
    });
    expect(cabinetOf(regulation, ['basic', 'extended'])).toMatchObject({ open: true, registers: true });
    expect(cabinetOf(regulation, ['maximum'])).toMatchObject({ open: true, registers: true });
  });

  test('whoever holds nothing has none yet', () => {
    expect(cabinetOf(regulation, [])).toMatchObject({ open: false, registers: false });
  });

  test('R9 the other way: a cabinet for everybody', () => {
    const packages = regulation.packages.map(
      (one) => ({ ...one, cabinet: true, registeredIn: 'cabinet' }) as const,
    );
    const other = { ...regulation, packages };
    expect(cabinetOf(other, ['basic'])).toMatchObject({ open: true, registers: true, clause: null });
    expect(cabinetOf(other, [])).toMatchObject({ open: true, registers: true });
  });

  test('a cabinet that is not for certificates registers none', () => {
    const other = { ...regulation, cabinet: { gives: ['requests'], clause: 'AO-1.6' } } as const;
    expect(cabinetOf(other, ['extended'])).toMatchObject({ open: true, registers: false });
  });
});

test('a regulation that leaves no package without one opens it to everybody', () => {
  for (const id of ['flat', 'shtrih-m', 'centaur', 'optima'])
    expect(cabinetOf(shipped(id).regulation, [])).toEqual({
      open: true,
      registers: true,
      clause: null,
      packages: [],
    });
});
