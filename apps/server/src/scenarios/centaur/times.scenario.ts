import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('centaur');

scenario(['CN-TIME'], 'six figures from Friday 16:00, in the ticket and in the letter', async (desk) => {
  const figures = [
    ['basic', 'критический', '2025-02-10 12:00', '10.02.2025, 12:00'],
    ['extended', 'критический', '2025-02-07 17:00', '07.02.2025, 17:00'],
    ['basic', 'средний', '2025-02-10 16:00', '10.02.2025, 16:00'],
    ['extended', 'средний', '2025-02-10 12:00', '10.02.2025, 12:00'],
    ['basic', 'низкий', '2025-02-12 16:00', '12.02.2025, 16:00'],
    ['extended', 'низкий', '2025-02-10 16:00', '10.02.2025, 16:00'],
  ] as const;
  for (const [packageId, level, due, says] of figures) {
    desk.at('2025-02-07 16:00');
    const olga = await desk.customer(packageId);
    const ticket = await olga.writes(`Уровень: ${level}\nМолчат телефоны`);
    expect(await ticket.clock('reaction')).toMatchObject({ due, clause: 'CN-TIME' });
    const { text } = await ticket.lastLetter();
    expect(text).toContain(says);
    expect(text).toContain('Правило CN-TIME');
  }
});

scenario(
  ['CN-S1'],
  'both packages write at 20:00: numbered at once, counted from nine of the next working day',
  async (desk) => {
    for (const [packageId, due] of [
      ['basic', '2025-02-10 13:00'],
      ['extended', '2025-02-10 10:00'],
    ] as const) {
      desk.at('2025-02-07 20:00');
      const olga = await desk.customer(packageId);
      const ticket = await olga.writes('Уровень: критический\nМолчат телефоны', { answered: false });
      expect(await ticket.state()).toBe('new');
      expect(await ticket.clock('reaction')).toMatchObject({
        status: 'running',
        started: '2025-02-07 20:00',
        due,
      });
      desk.at('2025-02-10 09:30');
      // The notice is held up until the morning; only then does it stop the clock.
      expect((await ticket.lastLetter()).text).toContain(`Номер заявки: ${ticket.number}.`);
      expect(await ticket.clock('reaction')).toMatchObject({ outcome: 'met', stopped: '2025-02-10 09:30' });
    }
  },
);

scenario(['CN-S1'], 'a notice that goes out at night stops the clock before it counted', async (desk) => {
  desk.at('2025-02-07 20:00');
  const olga = await desk.customer('extended');
  const ticket = await olga.writes('Уровень: критический\nМолчат телефоны');
  expect(await ticket.clock('reaction')).toMatchObject({ outcome: 'met', stopped: '2025-02-07 20:00' });
});

scenario(['CN-S6'], 'a call counts in the same hours, for both packages', async (desk) => {
  for (const [packageId, due] of [
    ['basic', '2025-02-10 12:30'],
    ['extended', '2025-02-10 09:30'],
  ] as const) {
    desk.at('2025-02-07 16:30');
    const olga = await desk.customer(packageId);
    const ticket = await olga.calls({ priority: 'critical' });
    expect(await ticket.seen()).toMatchObject({ channel: 'phone', coverage: { kind: 'covered', packageId } });
    expect((await ticket.clock('reaction')).due).toBe(due);
  }
});

scenario(
  ['CN-REACT'],
  'counted from the arrival at the mail server, stopped by the notice with the number',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const olga = await desk.customer('extended');
    const ticket = await olga.writes('Молчат телефоны', { receivedAt: '2025-02-07 09:40', answered: false });
    expect(await ticket.clock('reaction')).toMatchObject({
      status: 'running',
      started: '2025-02-07 09:40',
      due: '2025-02-07 13:40',
      clause: 'CN-TIME',
    });
    desk.at('2025-02-07 10:05');
    const notice = await ticket.lastLetter();
    expect(notice.subject).toContain(`№${ticket.number}]`);
    expect(await ticket.clock('reaction')).toMatchObject({
      status: 'stopped',
      outcome: 'met',
      stopped: '2025-02-07 10:05',
      stoppedBy: 'registration-notice',
    });
  },
);

scenario(
  ['CN-REACT'],
  'a question that tells no number leaves it running, a call that tells it stops it',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const olga = await desk.customer('extended');
    const told = await olga.writes('Молчат телефоны', { answered: false });
    const call = { command: 'record-call', who: 'Ольга', text: 'Какая версия?', reached: true } as const;
    desk.at('2025-02-07 10:10');
    await told.staffUnsent({ command: 'request-information', text: 'Какая версия?', attachments: [] });
    await told.staffUnsent({ ...call, toldNumber: false });
    expect(await told.clock('reaction')).toMatchObject({ status: 'running', due: '2025-02-07 14:00' });
    desk.at('2025-02-07 10:20');
    await told.staffUnsent({ ...call, toldNumber: true });
    expect(await told.clock('reaction')).toMatchObject({ outcome: 'met', stopped: '2025-02-07 10:20' });
  },
);
