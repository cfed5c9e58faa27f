import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { commissions, installs } from '../stage-installation.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('flat');

const incident = async (desk: Stage, packageId: string, priority = '3'): Promise<StageTicket> => {
  desk.at('2025-02-07 10:00');
  return (await desk.customer(packageId)).calls({ channel: 'portal', priority });
};

scenario(
  ['FL-ROUTE', 'FL-K5'],
  'a ticket begins at line 2, a partner’s at line 3, each by its clause',
  async (desk) => {
    for (const packageId of ['8x5', '24x7', '24x7-plus', '24x7-onsite'])
      expect((await (await incident(desk, packageId)).seen()).line).toMatchObject({
        id: '2',
        clause: 'FL-ROUTE',
      });
    const partner = await incident(desk, 'partner-8x5');
    expect((await partner.seen()).line).toMatchObject({ id: '3', clause: 'FL-K5' });
    // What lines 1 and 2 found is asked of the partner.
    expect((await partner.seen()).missingFields).toEqual(['findings']);
    expect((await partner.lastLetter()).text).toContain('Что установлено на уровнях 1 и 2: ');
  },
);

scenario(
  ['FL-L1', 'FL-L2', 'FL-L3'],
  'lines hand over with what the next one needs, and only as foreseen',
  async (desk) => {
    const { lines } = await desk.regulation();
    expect(lines.map(({ id, clause }) => [id, clause])).toEqual([
      ['1', 'FL-L1'],
      ['2', 'FL-L2'],
      ['3', 'FL-L3'],
    ]);
    const ticket = await incident(desk, '8x5');
    await expect(ticket.handOver('1', [])).rejects.toMatchObject({ code: 'hand-over-not-foreseen' });
    await expect(ticket.handOver('2', [])).rejects.toMatchObject({ code: 'same-line' });
    await expect(ticket.handOver('3', [0])).rejects.toMatchObject({
      code: 'hand-over-incomplete',
      clause: 'FL-L3',
    });
    await ticket.staff({ command: 'take' });
    await ticket.handOver('3', [0, 1]);
    // It waits in the queue of line 3: nobody has taken it there yet.
    expect(await ticket.seen()).toMatchObject({ line: { id: '3', clause: 'FL-L3' }, assigneeId: null });
    await ticket.handOver('2', []);
    expect((await ticket.seen()).line).toMatchObject({ id: '2', clause: 'FL-L2' });
    expect((await ticket.journal()).filter((type) => type === 'LineChanged')).toHaveLength(2);
  },
);

scenario(['FL-L2', 'FL-L3'], 'a workaround and a released fix are recorded as such', async (desk) => {
  for (const outcome of ['workaround', 'released-fix']) {
    const ticket = await incident(desk, '8x5');
    await ticket.resolveAs('Перезапустите шлюз.', { outcome });
    expect((await ticket.seen()).outcome).toMatchObject({ kind: 'resolved', id: outcome });
  }
  const ticket = await incident(desk, '8x5');
  await expect(ticket.resolveAs('Готово', { outcome: 'magic' })).rejects.toMatchObject({
    code: 'unknown-outcome',
  });
});

scenario(
  ['FL-INSTALL', 'FL-L1'],
  'installation without line 1 is declined with the clause and the offer of line 1',
  async (desk) => {
    const { services } = await desk.regulation();
    for (const packageId of ['8x5', 'partner-8x5']) {
      const ticket = await incident(desk, packageId);
      await ticket.declineService('installation');
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'declined', clause: 'FL-INSTALL' });
      const { text } = await ticket.lastLetter();
      expect(text).toContain('Правило FL-INSTALL');
      expect(text).toContain(services.find(({ id }) => id === 'installation')?.instead?.ru);
      expect(text).toContain('Правило FL-L1');
    }
  },
);

scenario(
  ['FL-K1', 'FL-K3'],
  'visits are declined with the clause for every package but onsite',
  async (desk) => {
    for (const packageId of ['8x5', '24x7', '24x7-plus', 'partner-8x5']) {
      const ticket = await incident(desk, packageId);
      await ticket.declineService('visit');
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'declined', clause: 'FL-K4' });
      expect((await ticket.lastLetter()).text).toContain('Правило FL-K4');
    }
  },
);

scenario(
  ['FL-ALL', 'FL-GOAL'],
  'the portal takes requests of all five packages; updates of operating systems are declined with the clause',
  async (desk) => {
    for (const packageId of ['8x5', '24x7', '24x7-plus', '24x7-onsite', 'partner-8x5']) {
      const ticket = await incident(desk, packageId);
      expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId });
      for (const service of ['updates', 'major-versions'])
        await expect(ticket.declineService(service)).rejects.toMatchObject({
          code: 'service-included',
          clause: 'FL-ALL',
        });
      await ticket.exclude('os-updates');
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'declined', clause: 'FL-ALL' });
      expect((await ticket.lastLetter()).text).toContain('Правило FL-ALL');
    }
  },
);

scenario(
  ['FL-NOTE'],
  'an incident while no commissioning is on record is answered with the note, and the date is recorded in the same step',
  async (desk) => {
    const { exclusions } = await desk.regulation();
    const note = exclusions.find(({ id }) => id === 'not-commissioned');
    const instead = note?.instead?.ru ?? 'no words';
    const screen = async (number: number) => (await desk.browser.ticket(number)).notCommissioned;
    desk.at('2024-06-03 12:00');
    const olga = await desk.customer(null);
    const bought = await olga.buys('8x5', { dates: { sale: '2024-02-01' } });
    const ticket = await olga.calls({ priority: '3' });
    // Served: the ninety days are over. What is not on record is told with its rule, wherever the customer looks.
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId: '8x5' });
    const { text } = await ticket.lastLetter();
    expect(text).toContain('Правило FL-NOTE');
    expect(text).toContain(instead);
    const page = await ticket.openPage();
    expect(page).toContain('FL-NOTE');
    expect(page).toContain(instead);
    const { certificateId } = (await bought.page()).certificate;
    const shown = await screen(ticket.number);
    expect(shown).toMatchObject({ clause: 'FL-NOTE', certificateId, product: 'ФЛАТ', waiting: [] });

    await installs(desk, olga, 'ФЛАТ', { certificateId });
    expect(await screen(ticket.number)).toMatchObject({ waiting: [{ product: 'ФЛАТ' }] });
    // The step beside the note: the one that waits, with its date.
    await commissions(desk, olga, (await screen(ticket.number))?.waiting[0], '2024-05-20');
    expect(await screen(ticket.number)).toBeNull();
    expect(await ticket.openPage()).not.toContain('FL-NOTE');
    const again = await olga.calls({ priority: '3' });
    expect((await again.lastLetter()).text).not.toContain('FL-NOTE');
  },
);

scenario(
  ['FL-NOTE'],
  'before the ninety days are over the date recorded beside the note begins the certificate itself',
  async (desk) => {
    desk.at('2024-06-03 12:00');
    const olga = await desk.customer(null);
    const bought = await olga.buys('8x5', { dates: { sale: '2024-05-01' } });
    const ticket = await olga.calls({ priority: '3' });
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'not-entitled', reason: 'not-started' });
    expect((await ticket.lastLetter()).text).toContain('Правило FL-NOTE');
    const shown = (await desk.browser.ticket(ticket.number)).notCommissioned;
    expect(shown).toMatchObject({ clause: 'FL-NOTE', product: 'ФЛАТ', waiting: [] });
    const certificateId = shown?.certificateId ?? null;
    await installs(desk, olga, shown?.product ?? '', { certificateId, commissioned: '2024-06-01' });
    expect((await bought.page()).certificate).toMatchObject({ state: 'in-force' });
    expect((await desk.browser.ticket(ticket.number)).notCommissioned).toBeNull();
    // Decided again when staff say what it is about.
    await ticket.staff({ command: 'name-product', product: 'ФЛАТ', productVersion: null });
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId: '8x5' });
  },
);

scenario(
  ['FL-NOTE'],
  'what was never commissioned may be declined with the note and how to go on',
  async (desk) => {
    const ticket = await incident(desk, '8x5');
    const { exclusions } = await desk.regulation();
    await ticket.exclude('not-commissioned');
    const { text } = await ticket.lastLetter();
    expect(text).toContain('Правило FL-NOTE');
    expect(text).toContain(exclusions.find(({ id }) => id === 'not-commissioned')?.instead?.ru);
  },
);

scenario(
  ['FL-CHAN'],
  'a hotline call that is not critical is registered and handled as a portal ticket of its own priority',
  async (desk) => {
    desk.at('2025-02-07 17:00');
    const olga = await desk.customer('8x5');
    const critical = await olga.calls({ priority: '1' });
    expect((await critical.seen()).coverage).toMatchObject({ kind: 'covered', packageId: '8x5' });
    expect((await critical.seen()).coverage).not.toHaveProperty('treatedAs');
    expect(await critical.due('reaction')).toBe('2025-02-10 10:00');

    const call = await olga.calls({ priority: '3' });
    expect(await call.seen()).toMatchObject({
      state: 'new',
      channel: 'phone',
      priority: '3',
      coverage: { kind: 'covered', packageId: '8x5', treatedAs: { channel: 'portal', clause: 'FL-CHAN' } },
    });
    expect(await call.due('reaction')).toBe('2025-02-10 16:00');
    // What the one on the phone reads out, and what the letter says.
    const screen = (await desk.browser.ticket(call.number)).ticket;
    expect(screen.coverage.says.ru).toMatch(/портал/i);
    expect(screen.line).toMatchObject({ id: '2' });
    const { text } = await call.lastLetter();
    expect(text).toContain('FL-CHAN');
    expect(text).toMatch(/портал/i);
    expect(text).toContain('П3 — средний');

    const portal = await (await desk.customer('8x5')).calls({ channel: 'portal', priority: '4' });
    expect((await portal.seen()).coverage).not.toHaveProperty('treatedAs');
    // A letter is no channel at all here.
    const letter = await (await desk.customer('8x5')).writes('Приоритет: П1\nНет связи');
    expect(await letter.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'channel', clause: 'FL-CHAN' },
    });
    expect((await letter.lastLetter()).text).toMatch(/телефон — только приоритет/);
  },
);

scenario(
  ['FL-CONTACT', 'FL-EDITION'],
  'a letter is answered with the portal and the hotline, critical only; deadlines name the edition',
  async (desk) => {
    const { addresses, edition } = await desk.regulation();
    expect(addresses.map(({ channel, clause }) => [channel, clause])).toEqual([
      ['portal', 'FL-CONTACT'],
      ['phone', 'FL-CONTACT'],
    ]);
    desk.at('2025-02-07 10:00');
    const letter = await (await desk.customer('8x5')).writes('Приоритет: П2\nНет связи');
    const { text } = await letter.lastLetter();
    for (const { value } of addresses) expect(text).toContain(value);
    expect(text).toContain('телефон — только приоритет «П1 — критический»');
    expect(edition).toMatchObject({ label: '1.4', date: '2023-01-01', clause: 'FL-EDITION' });
    expect((await (await incident(desk, '8x5')).lastLetter()).text).toContain('редакция 1.4');
  },
);

scenario(
  ['FL-ROUTE', 'FL-L1', 'FL-INSTALL'],
  'with line 1 bought a ticket begins there, installation too; without it at line 2',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const dates = { sale: '2025-01-10', commissioning: '2025-01-20' };
    const said = { channel: 'portal', priority: '3', text: 'Просим помочь с установкой' } as const;
    const olga = await desk.customer(null);
    await olga.buys('8x5', { dates, services: ['installation'] });
    const bought = await olga.calls(said);
    expect((await bought.seen()).line).toMatchObject({ id: '1', clause: 'FL-ROUTE' });
    // On to line 2 with what was collected, and not without it.
    await expect(bought.handOver('2', [])).rejects.toMatchObject({ code: 'hand-over-incomplete' });
    const anna = await desk.customer(null);
    await anna.buys('8x5', { dates });
    expect((await (await anna.calls(said)).seen()).line).toMatchObject({ id: '2', clause: 'FL-ROUTE' });
  },
);

scenario(
  ['FL-K5'],
  'a partner’s package serves its staff alone: others’ requests are registered without coverage',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const said = { channel: 'portal', priority: '3' } as const;
    const partner = await desk.customer('partner-8x5');
    await partner.stands('service-partner', '2024-01-01', '2025-02-07');
    expect((await (await partner.calls(said)).seen()).coverage).toMatchObject({
      kind: 'covered',
      packageId: 'partner-8x5',
    });
    desk.at('2025-02-08 00:00');
    expect(await (await partner.calls(said)).seen()).toMatchObject({ state: 'not-entitled', clocks: [] });
    const other = await desk.customer('partner-8x5');
    await other.stands('service-partner', '2025-03-01', null);
    const refused = await other.calls(said);
    expect(await refused.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', clause: 'FL-K5' },
      clocks: [],
    });
    expect((await refused.lastLetter()).text).toContain('FL-K5');
  },
);
