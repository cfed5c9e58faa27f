import { expect } from 'vitest';
import { withPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('centaur');

scenario(
  ['CN-PKG', 'CN-PROOF'],
  'the package is found by the sender’s company; without one the ticket is kept and told the way back',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    for (const packageId of ['basic', 'extended']) {
      const ticket = await (await desk.customer(packageId)).writes('Молчат телефоны');
      expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId, clause: 'CN-PKG' });
    }
    const bare = await (await desk.customer(null)).writes('Молчат телефоны');
    expect(await bare.seen()).toMatchObject({ state: 'not-entitled', clocks: [] });
    const { text } = await bare.lastLetter();
    expect(text).toContain(`Номер заявки: ${bare.number}.`);
    expect(text).toContain('Правило CN-PKG');
    expect(text).toContain('Сообщите номер договора');
  },
);

scenario(
  ['CN-L4'],
  'without proof of extended it is served as basic, shown as such, and lifted from receipt with the proof',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const proof = await desk.customer('extended');
    const ticket = await desk.stranger().writes('Молчат телефоны', { answered: false });
    expect((await ticket.seen()).coverage).toEqual({
      kind: 'unidentified',
      packageId: 'basic',
      clause: 'CN-L4',
    });
    expect(await ticket.due('reaction')).toBe('2025-02-10 10:00');
    expect((await desk.browser.ticket(ticket.number)).ticket.coverage).toMatchObject({
      kind: 'unidentified',
      clause: 'CN-L4',
    });
    expect((await ticket.letters())[0]?.text).toContain('CN-L4');

    const late = await desk.stranger().writes('Молчат телефоны', { answered: false });
    desk.at('2025-02-07 11:00');
    await late.staffUnsent({ command: 'identify', companyId: proof.company?.companyId ?? '' });
    expect((await late.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'extended' });
    // Four working hours from receipt instead of eight.
    expect(await late.clock('reaction')).toMatchObject({
      started: '2025-02-07 10:00',
      due: '2025-02-07 14:00',
    });
  },
);

scenario(
  ['CN-CHAN'],
  'letter, call and web form open a ticket under both packages; the portal is not one of them',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    for (const packageId of ['basic', 'extended']) {
      const olga = await desk.customer(packageId);
      const tickets = [
        await olga.writes('Молчат телефоны'),
        await olga.calls(),
        await olga.calls({ channel: 'web-form' }),
      ];
      for (const ticket of tickets) expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered' });
      const other = await (await desk.customer(packageId)).calls({ channel: 'portal' });
      expect(await other.seen()).toMatchObject({
        state: 'not-entitled',
        coverage: { kind: 'channel', clause: 'CN-CHAN' },
        clocks: [],
      });
      expect((await other.lastLetter()).text).toContain('CN-CHAN');
    }
  },
);

scenario(
  ['CN-CHAN'],
  'the form that customers fill in themselves opens a ticket under both packages',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    for (const packageId of ['basic', 'extended']) {
      const olga = await desk.customer(packageId);
      await withPortal(desk, olga, async (portal) => {
        const form = {
          companyId: null,
          subject: 'Молчат',
          text: 'Молчат телефоны',
          type: null,
          priority: null,
        };
        const { number } = await portal.post<{ number: number }>('tickets', form);
        expect(await desk.ticket(number, olga.email).seen()).toMatchObject({
          channel: 'web-form',
          coverage: { kind: 'covered', packageId },
        });
      });
    }
  },
);

scenario(
  ['CN-CONTACT'],
  'whoever has no package is given the office phone and mail that the rules publish',
  async (desk) => {
    const { addresses } = await desk.regulation();
    const office = addresses.filter(({ purpose }) => purpose === 'office');
    expect(office.map(({ channel, clause }) => [channel, clause])).toEqual([
      ['phone', 'CN-CONTACT'],
      ['email', 'CN-CONTACT'],
    ]);
    desk.at('2025-02-07 10:00');
    const { text } = await (await (await desk.customer(null)).writes('Молчат телефоны')).lastLetter();
    for (const { value } of office) expect(text).toContain(value);
  },
);

scenario(
  ['CN-PKG'],
  'each package serves for the term of its contract; first line is the maker’s own',
  async (desk) => {
    const { terms } = await desk.regulation();
    expect(terms.find(({ id }) => id === 'maker')).toMatchObject({ clause: 'CN-PKG' });
    for (const [packageId, months, last, over] of [
      ['basic', 12, '2026-02-03 23:59', '2026-02-04 00:00'],
      ['extended', 6, '2025-08-03 23:59', '2025-08-04 00:00'],
    ] as const) {
      desk.at('2025-02-03 10:00');
      const olga = await desk.customer(null);
      await olga.buys(packageId, { dates: { 'contract-date': '2025-02-03' }, months });
      desk.at(last);
      expect((await (await olga.writes('Молчат телефоны')).seen()).coverage).toMatchObject({
        kind: 'covered',
        packageId,
        clause: 'CN-PKG',
      });
      desk.at(over);
      expect((await (await olga.writes('Молчат телефоны')).seen()).coverage).toMatchObject({
        kind: 'not-entitled',
        reason: 'expired',
      });
    }
  },
);
