import { expect, it } from 'vitest';
import { foldCompanyName } from './fold-company-name.ts';

it.each([
  'ООО «Берёзовая роща»',
  '"БЕРЕЗОВАЯ РОЩА", ООО',
  'Общество с ограниченной ответственностью „Берёзовая  Роща“',
  'АО Березовая-роща',
  'Публичное акционерное общество «Березовая роща»',
])('%s is the birch grove', (name) => {
  expect(foldCompanyName(name)).toBe('березовая роща');
});

it('other names stay apart', () => {
  expect(foldCompanyName('ООО «Роща»')).not.toBe(foldCompanyName('ООО «Роща-2»'));
});

it('a name that is only a legal form keeps something to compare', () => {
  expect(foldCompanyName('АО')).toBe('ао');
  expect(foldCompanyName('«»')).toBe('');
});
