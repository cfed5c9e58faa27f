import { expect, it } from 'vitest';
import { readPhone } from './phone.ts';

it.each([
  ['8 (495) 123-45-67', '+74951234567'],
  ['+7 495 123 45 67', '+74951234567'],
  ['4951234567', '+74951234567'],
  ['+375 29 123-45-67', '+375291234567'],
  ['+1 212 555 0123', '+12125550123'],
  ['12', null],
  ['звонить Ивану', null],
  ['', null],
])('%s is %s', (typed, kept) => {
  expect(readPhone(typed)).toBe(kept);
});
