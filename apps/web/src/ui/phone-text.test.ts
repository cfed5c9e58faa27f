import { expect, it } from 'vitest';
import { phoneText } from './phone-text.ts';

it.each([
  ['+74951234567', '+7 (495) 123-45-67'],
  ['+7 (495) 123-45-67', '+7 (495) 123-45-67'],
  ['+7495123456', '+7495123456'],
  ['+49301234567', '+49301234567'],
  ['', ''],
])('%s is written as %s', (phone, text) => expect(phoneText(phone)).toBe(text));
