import { judgeCompany } from '@reglament/desk';
import { expect, it } from 'vitest';
import { deskDemos } from './desk-demos.ts';
import { demoRecords } from './records.ts';

const names = new Set(Object.values(deskDemos).flatMap(({ companies }) => companies.map(({ name }) => name)));

it.each(Object.entries(demoRecords))('%s has numbers that are right, and nobody’s', (name, { inn, kpp }) => {
  expect(judgeCompany({ name, inn, kpp, ogrn: null })).toEqual([]);
  expect(inn.slice(0, 2)).toBe('98');
  expect(names).toContain(name);
});
