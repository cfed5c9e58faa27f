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
      platform: null,
      rules: [{ name: expect.objectContaining({}) as object, clause: 'CN-L2' }],
    });
    expect(old.declinable).toContainEqual(expect.objectContaining({ clause: 'CN-L2', toJudge: [] }));
    const current = await pageOf('Версия: 2.1\nНет звука');
    expect(current.ticket.product).toMatchObject({ version: '2.1', support: 'current', rules: [] });
    expect(current.declinable).not.toContainEqual(expect.objectContaining({ clause: 'CN-L2' }));
  },
);

scenario(
  ['CN-L1'],
  'the platform is asked; one that is not on the version’s list is marked and declined with the clause',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    await putOut(desk, 'Центавр', [
      { number: '2.2', released: '2023-03-01', platforms: ['Astra Linux 1.7', 'РЕД ОС 8'] },
    ]);
    const regulation = (await desk.regulation()).intake.find(({ id }) => id === 'platform');
    expect(regulation).toMatchObject({ source: 'platform', clause: 'CN-L1' });
    const olga = await desk.customer('extended');
    const foreign = await olga.writes('Версия: 2.2\nПлатформа: Windows 7\nНет звука');
    const page = await desk.browser.ticket(foreign.number);
    expect(page.ticket.product).toMatchObject({
      platform: 'not-recommended',
      rules: [{ clause: 'CN-L1' }],
    });
    expect(page.declinable).toContainEqual(
      expect.objectContaining({ ground: { kind: 'exclusion', id: 'unsupported-platform' }, toJudge: [] }),
    );
    await foreign.exclude('unsupported-platform');
    expect(await foreign.seen()).toMatchObject({ outcome: { kind: 'declined', clause: 'CN-L1' } });
    expect((await foreign.lastLetter()).text).toContain('Правило CN-L1');

    const listed = await olga.writes('Версия: 2.2\nПлатформа: сервер на Astra Linux 1.7\nНет звука');
    const { ticket, declinable } = await desk.browser.ticket(listed.number);
    expect(ticket.product).toMatchObject({ platform: 'recommended', rules: [] });
    expect(declinable.map(({ ground }) => ground.id)).not.toContain('unsupported-platform');
    // Named later, the version is compared with the platform that the letter gave.
    const silent = await olga.writes('Платформа: Windows 7\nНет звука');
    await silent.staff({ command: 'name-product', product: 'Центавр', productVersion: '2.2' });
    expect((await silent.seen()).about).toMatchObject({ platform: 'not-recommended' });
  },
);
