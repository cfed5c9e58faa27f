import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { putOut } from '../stage-catalogue.ts';

const scenario = scenariosAt('centaur');

scenario(
  ['CN-L2'],
  'a ticket on an outdated version is marked with the clause, from its first letter on',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    await putOut(desk, 'Центавр', [
      { number: '1.9', released: '2020-03-01', outdated: '2023-03-01' },
      { number: '2.1', released: '2023-03-01' },
    ]);
    const olga = await desk.customer('extended');
    const pageOf = async (text: string) => {
      const ticket = await olga.writes(text);
      await ticket.classify('incident', 'low').catch(() => undefined);
      return desk.browser.ticket(ticket.number);
    };
    const old = await pageOf('Версия: 1.9\nНет звука');
    expect(old.ticket.product).toEqual({
      name: 'Центавр',
      version: '1.9',
      support: 'outdated',
      rules: [{ name: expect.objectContaining({}) as object, clause: 'CN-L2' }],
    });
    expect(old.declinable).toContainEqual(expect.objectContaining({ clause: 'CN-L2', toJudge: [] }));
    const current = await pageOf('Версия: 2.1\nНет звука');
    expect(current.ticket.product).toMatchObject({ version: '2.1', support: 'current', rules: [] });
    expect(current.declinable).not.toContainEqual(expect.objectContaining({ clause: 'CN-L2' }));
  },
);
