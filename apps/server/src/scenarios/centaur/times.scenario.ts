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
    expect((await ticket.lastLetter()).text).toContain(says);
  }
});
