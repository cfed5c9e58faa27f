import { expect } from 'vitest';
import { amendRegulation, type FileData, partOf } from '../../testing/amend-regulation.ts';
import { eventually } from '../../testing/start-test-server.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('alteroffice');

scenario(
  ['AO-5'],
  'a ticket keeps the edition it was registered under, a new one goes by the amended text',
  async (desk) => {
    await amendRegulation(desk.still.context, 'alteroffice', (file) => {
      const clocks = file['clocks'] as FileData;
      const row = { packages: 'any', priorities: 'any', within: '4 hours', clause: 'AO-4.1-reaction' };
      return {
        clocks: partOf(file, 'clocks', { reaction: partOf(clocks, 'reaction', { targets: [row] }) }),
        examples: [],
      };
    });
    // Another text is noticed within five seconds.
    desk.at('2025-02-04 10:00');
    await eventually(async () => (await desk.regulation()).edition.label === 'amended');
    desk.at('2025-01-20 10:00');
    const olga = await desk.customer('extended');
    const before = await olga.writes('Не открывается');
    expect(await before.due('reaction')).toBe('2025-01-21 08:00');
    // The amended text is in force from the first of February.
    desk.at('2025-02-04 10:00');
    const after = await olga.writes('Не сохраняет');
    expect(await after.due('reaction')).toBe('2025-02-04 14:00');
    expect((await after.lastLetter()).text).toContain('редакция amended');
    expect((await before.seen()).regulationVersionId).not.toBe((await after.seen()).regulationVersionId);
    // The old one is counted, told and judged by its own text still.
    expect(await before.due('reaction')).toBe('2025-01-21 08:00');
    const [clock] = (await desk.browser.ticket(before.number)).clocks;
    expect(clock?.explanation.ru.join('\n')).toContain('редакция 1');
  },
);
