import { describe, expect, it } from 'vitest';
import { formsOf } from './word-forms.ts';

const share = (a: string, b: string): boolean => {
  const forms = new Set(formsOf(a));
  return formsOf(b).some((form) => forms.has(form));
};

describe('forms of a word', () => {
  it.each([
    'ошибка ошибки ошибок ошибкой ошибками',
    'заявка заявок заявке',
    'звонок звонка звонков',
    'день дня дней днём',
    'настройка настроек настройками',
    'окно окна окон',
    'письмо писем письмами',
    'журнал журнала журналы журналов журналом',
    'проблема проблем проблемами',
    'запись записи записей',
    'приём прием приема приёмом',
    'отчёт отчеты отчётов',
    'владелец владельца владельцем',
    'принтер принтеры printer printers',
    'package packages',
    'update updated updating updates',
    'астра астры Astra Аstra',
    'Linux линукс линукса',
    'рупост RuPost',
  ])('are one: %s', (line) => {
    const [first = '', ...others] = line.split(' ');
    expect(others.filter((other) => !share(first, other))).toEqual([]);
  });

  it.each([
    ['печать', 'пчела'],
    ['счет', 'счастье'],
    ['установка', 'остановка'],
    ['сервер', 'север'],
    ['касса', 'каска'],
    ['порт', 'портал'],
  ])('are not those of another word: %s, %s', (a, b) => {
    expect(share(a, b)).toBe(false);
  });

  it('are none of a word that says nothing, and of signs', () => {
    expect(formsOf('и')).toEqual([]);
    expect(formsOf('не')).toEqual([]);
  });

  it('of a version are its beginnings, of a code the whole and its parts', () => {
    expect(formsOf('1.7.4')).toEqual(['1.7.4', '1.7']);
    expect(formsOf('0x80070005')).toContain('0x80070005');
    expect(formsOf('ЛК-2024')).toEqual(expect.arrayContaining(['lk-2024', 'lk2024', 'lk', '2024']));
    expect(formsOf('1С')).toEqual(formsOf('1C'));
  });

  it('are short and without signs that mean something to the database, whatever was typed', () => {
    for (const word of ['ж'.repeat(9000), 'İstanbul', '🙂', 'ﬁle', 'й', '٣٤', 'שלום', 'a\u0301'])
      for (const form of formsOf(word)) expect(form).toMatch(/^[^\s'\\:*&|!()]{1,200}$/u);
  });
});
