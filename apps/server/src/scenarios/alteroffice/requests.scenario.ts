import { parseRegulation } from '@reglament/desk';
import { expect } from 'vitest';
import { readProductionCalendars, readRegulationFiles } from '../../regulation-files.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('alteroffice');

scenario(
  ['AO-1.8'],
  'a request is a problem or a wish for advice: a letter states which, staff see and set it',
  async (desk) => {
    const { ticketTypes } = await desk.regulation();
    expect(ticketTypes.map(({ id, clause }) => [id, clause])).toEqual([
      ['problem', 'AO-1.8'],
      ['consultation', 'AO-1.8'],
    ]);
    // What forms ask for.
    expect((await desk.regulation()).intake).toContainEqual(
      expect.objectContaining({ source: 'type', clause: 'AO-1.8' }),
    );
    expect(await desk.browser.regulation()).toMatchObject({
      ticketTypes: ticketTypes.map(({ definition }) => ({ definition })),
    });
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('extended');
    const advice = await olga.writes('Тип: консультация\nПродукт: AText\nКак сделать оглавление?');
    expect((await advice.seen()).type).toBe('consultation');
    const problem = await olga.calls({ type: 'problem', text: 'Не открывается' });
    expect((await problem.seen()).type).toBe('problem');
    const silent = await olga.writes('Не открывается');
    expect((await silent.seen()).type).toBeNull();
    await silent.classify('problem', null);
    expect((await silent.seen()).type).toBe('problem');
    await expect(silent.classify('wish', null)).rejects.toMatchObject({ code: 'unknown-type' });
  },
);

scenario(
  ['AO-1.9'],
  'reaction runs from registration to a person’s answer or question; nothing automatic stops it',
  async (desk) => {
    desk.at('2025-02-04 11:00');
    const olga = await desk.customer('extended');
    const answered = await olga.writes('Не открывается');
    const asked = await olga.writes('Не сохраняет');
    expect(await answered.letters()).toHaveLength(1);
    await answered.staff({ command: 'take' });
    await answered.staff({ command: 'add-note', text: 'Видел такое', attachments: [] });
    for (const ticket of [answered, asked])
      expect(await ticket.clock('reaction')).toMatchObject({
        status: 'running',
        started: '2025-02-04 11:00',
        clause: 'AO-4.1-reaction',
      });
    desk.at('2025-02-04 12:30');
    await answered.reply('Обновите до 3.1.');
    await asked.ask('Какая версия?');
    expect(await answered.clock('reaction')).toMatchObject({
      outcome: 'met',
      stopped: '2025-02-04 12:30',
      stoppedBy: 'public-reply',
    });
    expect(await asked.clock('reaction')).toMatchObject({
      outcome: 'met',
      stopped: '2025-02-04 12:30',
      stoppedBy: 'information-request',
    });
  },
);

scenario(
  ['AO-4.1-reaction'],
  'first reaction within 48, 12 and 8 hours by level, on to the next opening',
  async (desk) => {
    const figures = [
      ['basic', '2025-02-04 10:00', '2025-02-06 10:00', '06.02.2025, 10:00'],
      ['basic', '2025-02-08 07:00', '2025-02-10 08:00', '10.02.2025, 08:00'],
      ['extended', '2025-02-04 08:00', '2025-02-04 20:00', '04.02.2025, 20:00'],
      ['extended', '2025-04-30 22:00', '2025-05-01 10:00', '01.05.2025, 10:00'],
      ['maximum', '2025-02-08 23:00', '2025-02-09 07:00', '09.02.2025, 07:00'],
    ] as const;
    for (const [packageId, from, due, says] of figures) {
      desk.at(from);
      const ticket = await (await desk.customer(packageId)).writes('Не открывается');
      expect(await ticket.clock('reaction')).toMatchObject({ due, clause: 'AO-4.1-reaction' });
      expect((await ticket.lastLetter()).text).toContain(says);
    }
  },
);

scenario(
  ['AO-4.1-hours'],
  'a deadline moves to the opening of the package’s own hours: Saturday noon, and a public holiday',
  async (desk) => {
    const figures = [
      ['basic', '2025-02-06 12:00', '2025-02-10 08:00'],
      ['extended', '2025-02-08 00:00', '2025-02-10 08:00'],
      ['maximum', '2025-02-08 04:00', '2025-02-08 12:00'],
      // Thursday 1 May is a public holiday: open for extended, and only for it counted on.
      ['extended', '2025-04-30 22:00', '2025-05-01 10:00'],
      ['basic', '2025-04-29 10:00', '2025-05-05 08:00'],
    ] as const;
    for (const [packageId, from, due] of figures) {
      desk.at(from);
      const ticket = await (await desk.customer(packageId)).writes('Не открывается');
      expect([packageId, await ticket.due('reaction')]).toEqual([packageId, due]);
    }
  },
);

scenario(
  ['AO-4.1-count'],
  'the twenty-fifth request of a day is served as the first, and the same rules can say a quota',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('extended');
    for (let count = 1; count <= 24; count += 1) await olga.calls({ text: `Запрос ${count}` });
    const last = await olga.calls({ text: 'Запрос 25' });
    expect(await last.seen()).toMatchObject({ state: 'new', coverage: { kind: 'covered' } });
    expect(await last.due('reaction')).toBe('2025-02-05 08:00');
    const { packages } = await desk.regulation();
    expect(packages.map(({ quota }) => quota)).toEqual([null, null, null]);
    const source = (await readRegulationFiles()).find(({ slug }) => slug === 'alteroffice')?.source ?? '';
    const quota = 'tickets: {count: 10, per: year, over: paid, clause: AO-4.1-count}';
    const calendars = (await readProductionCalendars()).map((one) => [one.id, one] as const);
    const limited = parseRegulation(
      source.replace('tickets: unlimited', quota),
      Object.fromEntries(calendars),
    );
    expect(limited.ok && limited.regulation.packages[0]?.quota).toMatchObject({ count: 10, per: 'year' });
  },
);

scenario(
  ['AO-4.1-channels'],
  'a way outside the package is registered, not lost, and answered with the ways there are',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const basic = await desk.customer('basic');
    for (const channel of ['phone', 'messenger'] as const) {
      const ticket = await basic.calls({ channel, text: 'Не открывается' });
      expect(await ticket.seen()).toMatchObject({
        state: 'not-entitled',
        coverage: { kind: 'channel', packageId: 'basic', clause: 'AO-4.1-channels' },
        clocks: [],
      });
      const { text } = await ticket.lastLetter();
      expect(text).toContain(`Номер заявки: ${ticket.number}.`);
      expect(text).toContain('Правило AO-4.1-channels');
      expect(text).toContain('- электронная почта');
      expect(text).toContain('- социальные сети');
      expect(text).not.toMatch(/^- (телефон|мессенджер)/m);
    }
    for (const channel of ['email', 'social'] as const)
      expect((await (await basic.calls({ channel })).seen()).coverage).toMatchObject({ kind: 'covered' });
    for (const packageId of ['extended', 'maximum']) {
      const olga = await desk.customer(packageId);
      for (const channel of ['email', 'social', 'phone', 'messenger'] as const)
        expect((await (await olga.calls({ channel })).seen()).coverage).toMatchObject({
          kind: 'covered',
          packageId,
        });
    }
  },
);

scenario(
  ['AO-4.2.2'],
  'a problem needs a description and the steps to reproduce it: what is missing is asked for',
  async (desk) => {
    const { intake } = await desk.regulation();
    expect(intake.filter(({ clause }) => clause === 'AO-4.2.2')).toMatchObject([
      { id: 'description', required: true },
      { id: 'steps', required: true, types: ['problem'] },
    ]);
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer('basic');
    const ticket = await olga.writes('Тип: проблема\nПродукт: AText\nНе открывается');
    expect((await ticket.seen()).missingFields).toEqual(['steps']);
    expect((await ticket.lastLetter()).text).toContain('Как воспроизвести: \n');
    await ticket.answer('Как воспроизвести: открыть файл по сети');
    expect((await ticket.seen()).missingFields).toEqual([]);
    expect(await ticket.fields()).toMatchObject({ steps: 'открыть файл по сети' });
    const advice = await olga.writes('Тип: консультация\nПродукт: AText\nКак сделать оглавление?');
    expect((await advice.seen()).missingFields).toEqual([]);
    // Staff who find out that it is a problem ask then.
    await advice.classify('problem', null);
    expect((await advice.seen()).missingFields).toEqual(['steps']);
  },
);

scenario(
  ['AO-3.2', 'AO-1.7', 'AO-4.1-cabinet'],
  'three levels serve; nothing in force is kept without clocks and told the rule and the way to renew',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    for (const packageId of ['basic', 'extended', 'maximum']) {
      const ticket = await (await desk.customer(packageId)).writes('Не открывается');
      expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId, clause: 'AO-1.7' });
      // Whoever has no cabinet follows the ticket by the link in the letter.
      expect(await ticket.openPage()).toContain(`${ticket.number}`);
    }
    const bare = await desk.customer(null);
    const ended = await desk.customer(null);
    await ended.holds('extended', '2024-01-01 00:00', '2025-01-01 00:00');
    for (const [olga, reason] of [
      [bare, 'none'],
      [ended, 'expired'],
    ] as const) {
      const ticket = await olga.writes('Не открывается');
      expect(await ticket.seen()).toMatchObject({
        state: 'not-entitled',
        coverage: { kind: 'not-entitled', reason, clause: 'AO-3.2' },
        clocks: [],
      });
      const { text } = await ticket.lastLetter();
      expect(text).toContain('Правило AO-3.2');
      expect(text).toContain('Купите или продлите сертификат');
    }
  },
);

scenario(
  ['AO-4.1-bugfix'],
  'the date of a fix is told to the customer; on basic none is promised, by the clause',
  async (desk) => {
    const date = {
      command: 'agree-date',
      clock: 'planned-fix',
      date: '2025-03-14T18:00',
      reason: 'Войдёт в выпуск 3.1.',
    } as const;
    desk.at('2025-02-10 10:00');
    for (const packageId of ['extended', 'maximum']) {
      const ticket = await (await desk.customer(packageId)).writes('Таблица не открывается');
      await ticket.classify('problem', null);
      await ticket.staff(date);
      expect(await ticket.clock('planned-fix')).toMatchObject({
        due: '2025-03-14 18:00',
        clause: 'AO-4.1-bugfix',
      });
      const { text } = await ticket.lastLetter();
      expect(text).toContain('Исправление по плану: до пт 14.03.2025, 18:00 (МСК)');
      expect(text).toContain('Войдёт в выпуск 3.1.');
    }
    const basic = await (await desk.customer('basic')).writes('Таблица не открывается');
    await basic.classify('problem', null);
    await expect(basic.staff(date)).rejects.toMatchObject({
      code: 'date-not-in-package',
      clause: 'AO-4.1-bugfix',
    });
  },
);
