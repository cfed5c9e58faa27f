import { expect, it } from 'vitest';
import { labelApart } from './label-apart.ts';

const apart = (name: string): string => `${name} по регламенту`;

it('two fields of a form never have the same name', () => {
  expect(labelApart('Тема', 'Тема', apart)).toBe('Тема по регламенту');
  expect(labelApart('тема', 'Тема', apart)).toBe('тема по регламенту');
  expect(labelApart('Раздел', 'Тема', apart)).toBe('Раздел');
});
