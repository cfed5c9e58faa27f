import { expect } from 'vitest';
import { heldInPortal, matrixInPortal, withPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('shtrih-m');

scenario(
  ['SH-CHAN'],
  'requests come by letter, by telephone and through the portal, where the customer has signed in: each is served and counted alike',
  async (desk) => {
    desk.at('2025-02-10 11:00');
    const olga = await desk.customer(null);
    await olga.buys('paid', { dates: { 'number-given': '2025-02-03' }, months: 12 });
    const tickets = [await olga.writes('Не печатает'), await olga.calls({ text: 'Не печатает' })];
    await withPortal(desk, olga, async (portal) => {
      const { covers } = await heldInPortal(portal);
      expect(covers.channels.map(({ name }) => name.ru)).toEqual([
        'портал поддержки',
        'телефон',
        'электронная почта',
      ]);
      const { number } = await portal.post<{ number: number }>('tickets', {
        companyId: olga.company?.companyId ?? null,
        subject: 'Не печатает',
        text: 'Не печатает',
      });
      tickets.push(desk.ticket(number, olga.email));
    });
    const seen = await Promise.all(tickets.map((ticket) => ticket.seen()));
    expect(seen.map(({ channel }) => channel)).toEqual(['email', 'phone', 'portal']);
    for (const { coverage } of seen) expect(coverage).toMatchObject({ kind: 'covered', packageId: 'paid' });
    const due = await Promise.all(tickets.map((ticket) => ticket.due('review')));
    expect(new Set(due).size).toBe(1);
    for (const ticket of tickets) expect((await ticket.lastLetter()).subject).toContain(`№${ticket.number}`);
  },
);

scenario(
  ['SH-F-IN', 'SH-F-TERM'],
  'a key registered in the portal begins three months of free support, and the portal shows what it includes',
  async (desk) => {
    desk.at('2025-02-10 14:20');
    const anna = await desk.customer(null);
    await withPortal(desk, anna, async (portal) => {
      expect(
        await portal.post('registrations', { what: 'key', number: 'SM-2025-501', companyId: null }),
      ).toEqual({
        kind: 'begun',
        number: 'SM-2025-501',
      });
      const { certificate } = await heldInPortal(portal);
      expect(certificate).toMatchObject({ package: { id: 'free' }, state: 'in-force' });
      expect(certificate.endsAt).toBe('2025-05-10T21:00:00.000Z');
      expect(await matrixInPortal(portal, ['SH-F-IN'])).toEqual([
        'SH-F-IN Помощь в работе программы: yes',
        'SH-F-IN Оперативное исправление ошибок: conditional',
      ]);
    });
  },
);
