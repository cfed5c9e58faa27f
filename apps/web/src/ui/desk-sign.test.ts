import { expect, it } from 'vitest';
import { deskSign } from './desk-sign.ts';

it.each([
  ['Поддержка ФЛАТ', 'ФЛ'],
  ['Оптима support', 'Оп'],
  ['поддержка', 'По'],
  ['Линия «Звездочёт»', 'Зв'],
  ['7', '7'],
])('of «%s» is %s', (name, sign) => {
  expect(deskSign(name)).toBe(sign);
});
