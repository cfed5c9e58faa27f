import type { PortalProfile } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage, type StageCustomer } from '../scenarios/stage.ts';
import { openPortalBrowser, type PortalBrowser } from '../testing/portal-browser.ts';

let desk: Stage;

beforeAll(async () => {
  desk = await openStage('alteroffice');
});
afterAll(async () => {
  expect([...desk.errors]).toEqual([]);
  await desk.stop();
});

const withPortal = async (
  { email }: Pick<StageCustomer, 'email'>,
  play: (portal: PortalBrowser) => Promise<void>,
): Promise<void> => {
  const portal = await openPortalBrowser(desk.still, 'alteroffice', email);
  await play(portal);
  await portal.close();
};

const change = (portal: PortalBrowser, body: object) => portal.send('profile', body, undefined, 'PATCH');

describe('what customers say of themselves', () => {
  it('is kept: the name, the telephone as E.164, the language, the zone; what cannot be read is refused by its field', async () => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('extended');
    await withPortal(olga, async (portal) => {
      expect(await portal.get<PortalProfile>('profile')).toMatchObject({
        email: olga.email,
        phone: '',
        zone: null,
        deskZone: 'Europe/Moscow',
        letters: { answer: true, deadline: true, certificate: true },
      });
      const said = {
        name: ' Ольга Петрова ',
        phone: '8 (495) 123-45-67',
        language: 'en',
        zone: 'Asia/Omsk',
        letters: { certificate: false },
      };
      expect((await change(portal, said)).json()).toMatchObject({
        name: 'Ольга Петрова',
        phone: '+74951234567',
        language: 'en',
        zone: 'Asia/Omsk',
        letters: { answer: true, deadline: true, certificate: false },
      });
      for (const [body, pointer] of [
        [{ phone: 'позвоните мне' }, '/phone'],
        [{ zone: 'Mars/Olympus' }, '/zone'],
        [{ name: '   ' }, '/name'],
      ] as const)
        expect((await change(portal, body)).json()).toMatchObject({ errors: [{ pointer }] });
      expect((await change(portal, { phone: '', zone: null })).json()).toMatchObject({
        phone: '',
        zone: null,
        name: 'Ольга Петрова',
      });
    });
  });
});

describe('letters that a customer does without', () => {
  it('are further answers: the first, which a clock waits for, a question and the solution go in any case', async () => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('extended');
    await withPortal(olga, async (portal) => {
      await change(portal, { letters: { answer: false } });
    });
    const ticket = await olga.writes('Не открывается');
    const subjects = async () => {
      await desk.still.deliver();
      return desk.still.sink.letters.filter(({ to }) => to.includes(olga.email)).length;
    };
    const registered = await subjects();
    await ticket.reply('Смотрим.');
    expect(await subjects()).toBe(registered + 1);
    await ticket.reply('Ещё смотрим.');
    expect(await subjects()).toBe(registered + 1);
    const kept = await desk.still.rows<{ outcome: string; note: string }>(
      `select outcome, note from letter where direction = 'out' and to_address = $1 and outcome = 'suppressed'`,
      [olga.email],
    );
    expect(kept).toEqual([{ outcome: 'suppressed', note: 'choice: the customer reads it in the portal' }]);
    await ticket.ask('Какая версия?');
    expect(await subjects()).toBe(registered + 2);
    await ticket.resolve('Готово.');
    expect(await subjects()).toBe(registered + 3);
  });

  it('are reminders of a certificate, each contact by their own word; that it ended is told to everybody', async () => {
    desk.at('2025-02-03 10:00');
    const [olga, anna] = [await desk.customer(null), await desk.customer(null)];
    const bought = { dates: { purchase: '2025-02-03' }, months: 12 } as const;
    const certificate = await olga.buys('extended', bought);
    await anna.buys('extended', bought);
    await withPortal(olga, async (portal) => {
      await change(portal, { letters: { certificate: false } });
    });
    const told = async () => {
      await desk.still.deliver();
      return [olga, anna].map(
        ({ email }) => desk.still.sink.letters.filter(({ to }) => to.includes(email)).length,
      );
    };
    const endsAt = Date.parse((await certificate.page()).certificate.endsAt ?? '');
    const goTo = async (days: number): Promise<void> => {
      desk.at(`${new Date(endsAt + days * 86_400_000).toISOString().slice(0, 10)} 12:00`);
      await desk.rings();
    };
    await goTo(-100);
    const [before = 0, beforeOfAnna = 0] = await told();
    await goTo(-10);
    expect(await told()).toEqual([before, beforeOfAnna + 1]);
    await goTo(1);
    expect(await told()).toEqual([before + 1, beforeOfAnna + 2]);
  });
});
