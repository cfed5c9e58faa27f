import { describe, expect, it } from 'vitest';
import { matchingCommands } from './matching-commands.ts';

const commands = [
  { title: 'Новая заявка', alsoBy: 'new ticket создать' },
  { title: 'Мои заявки' },
  { title: 'Тёмное оформление', alsoBy: 'dark theme тема' },
];
const found = (typed: string): readonly string[] => matchingCommands(commands, typed).map((one) => one.title);

describe('commands by what is typed', () => {
  it('have a word that begins with each word typed, in any order', () => {
    expect(found('зая')).toEqual(['Новая заявка', 'Мои заявки']);
    expect(found('заявка нов')).toEqual(['Новая заявка']);
    expect(found('аявка')).toEqual([]);
  });

  it('are found by other words too, ё written as е, capitals or not', () => {
    expect(found('NEW')).toEqual(['Новая заявка']);
    expect(found('темное')).toEqual(['Тёмное оформление']);
  });

  it('are none where nothing was typed', () => {
    expect(found('  ')).toEqual([]);
    expect(found('!')).toEqual([]);
  });
});
