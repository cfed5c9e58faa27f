import { describe, expect, it } from 'vitest';
import { changedFields, deskBody, deskFaults, fieldOfPointer } from './desk-form.ts';

const page = {
  version: 3,
  slug: 'firm',
  name: { ru: 'Поддержка Фирмы', en: 'Firm support' },
  mailAddress: 'help@firm.example',
  mailFixed: false,
  salesAddress: 'sales@firm.example',
  salesFixed: false,
};

describe('the form of a desk', () => {
  it('asks for what was changed, and for nothing else', () => {
    expect(deskBody(page, {})).toEqual({});
    expect(deskBody(page, { nameRu: ' Служба ', mail: 'help@firm.example ' })).toEqual({
      name: { ru: 'Служба', en: 'Firm support' },
    });
    expect(deskBody(page, { mail: 'new@firm.example' })).toEqual({ mailAddress: 'new@firm.example' });
    expect(deskBody(page, { sales: ' ' })).toEqual({ salesAddress: null });
  });

  it('shows beside what was typed what others changed meanwhile', () => {
    const edits = { nameRu: 'Служба' };
    const later = { ...page, mailAddress: 'new@firm.example' };
    expect(changedFields(later, edits)).toEqual(['nameRu']);
    expect(deskBody(later, edits)).not.toHaveProperty('mailAddress');
  });

  it('wants names and addresses', () => {
    expect(deskFaults(page, {})).toEqual([]);
    expect(deskFaults(page, { nameRu: ' ', mail: 'help@', sales: 'x' })).toEqual(['nameRu', 'mail', 'sales']);
    expect(deskFaults(page, { sales: '' })).toEqual([]);
  });

  it('knows the field that the server complains about', () => {
    expect(fieldOfPointer('/salesAddress')).toBe('sales');
    expect(fieldOfPointer('/If-Match')).toBeNull();
    expect(fieldOfPointer(undefined)).toBeNull();
  });
});
