import type { PortalCertificates, PortalTicket } from '@reglament/contract';
import { expect } from 'vitest';
import { withPortal, matrixInPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('alteroffice');

scenario(
  ['AO-4.1-cabinet'],
  'basic is answered by letter and follows by a signed link, and its account says by the clause that it has no cabinet; an upgrade opens it, and a certificate is registered in it',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('basic');
    const ticket = await olga.writes('Не открывается');
    expect(await ticket.openPage()).toContain('Не открывается');
    await withPortal(desk, olga, async (portal) => {
      const list = () => portal.get<PortalCertificates>('certificates');
      const number = { what: 'certificate', number: 'AO-2025-7', companyId: null };
      expect(await list()).toMatchObject({
        certificates: [{ package: { id: 'basic' } }],
        cabinet: {
          open: false,
          registers: false,
          clause: 'AO-4.1-cabinet',
          packages: [{ ru: 'Расширенный' }, { ru: 'Максимальный' }],
        },
      });
      expect(await portal.refused('registrations', number)).toMatchObject({
        refusal: 'no-cabinet',
        clause: 'AO-4.1-cabinet',
      });
      desk.at('2025-02-04 10:00');
      const upgrade = await olga.buys('extended', { dates: { purchase: '2025-02-04' }, months: 12 });
      expect((await list()).cabinet).toMatchObject({ open: true, registers: true });
      expect(await portal.post('registrations', { ...number, number: upgrade.number.toLowerCase() })).toEqual(
        { kind: 'registered', number: upgrade.number },
      );
      // What nobody has heard of becomes a request of the portal, for staff to look at.
      const kept = await portal.post<{ kind: string; number: string }>('registrations', number);
      expect(kept.kind).toBe('kept');
      expect(await desk.ticket(Number(kept.number), olga.email).seen()).toMatchObject({ channel: 'portal' });
    });
  },
);

scenario(
  ['AO-4.1-install', 'AO-4.1-compat', 'AO-4.1-thirdparty', 'AO-4.2.1'],
  'a customer sees in the portal which services each level has, by their clauses',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const clauses = ['AO-4.1-install', 'AO-4.1-compat', 'AO-4.1-thirdparty', 'AO-4.2.1'];
    const both = [
      'AO-4.1-install Вопросы по установке: yes',
      'AO-4.1-compat Советы по совместимым программам: yes',
    ];
    const advice = 'AO-4.2.1 Советы по инфраструктуре и внедрению: yes';
    const shown = async (level: string): Promise<readonly string[]> => {
      const lines: string[] = [];
      await withPortal(desk, await desk.customer(level), async (portal) => {
        lines.push(...(await matrixInPortal(portal, clauses)));
      });
      return lines;
    };
    for (const level of ['basic', 'extended']) {
      const lines = await shown(level);
      expect(lines).toEqual(expect.arrayContaining([...both, advice]));
      expect(lines.filter((line) => line.endsWith(': no')).map((line) => line.split(' ')[0])).toEqual([
        'AO-4.1-thirdparty',
        'AO-4.2.1',
      ]);
    }
    expect((await shown('maximum')).filter((line) => line.endsWith(': no'))).toEqual([]);
  },
);

scenario(
  ['AO-1.6', 'AO-4.1-cabinet'],
  'whose package includes the cabinet registers a certificate in it, makes a request and follows it to its end',
  async (desk) => {
    for (const level of ['extended', 'maximum']) {
      desk.at('2025-02-03 10:00');
      const olga = await desk.customer(level);
      const bought = await olga.buys(level, { dates: { purchase: '2025-02-03' }, months: 12 });
      await withPortal(desk, olga, async (portal) => {
        expect(
          await portal.post('registrations', { what: 'certificate', number: bought.number, companyId: null }),
        ).toEqual({ kind: 'registered', number: bought.number });
        const { number } = await portal.post<{ number: number }>('tickets', {
          companyId: olga.company?.companyId ?? null,
          subject: 'Таблица не открывается',
          text: 'После обновления таблица не открывается.',
        });
        const ticket = desk.ticket(number, olga.email);
        expect(await ticket.seen()).toMatchObject({
          channel: 'portal',
          coverage: { kind: 'covered', packageId: level },
        });
        const shown = () => portal.get<PortalTicket>(`tickets/${number}`);
        expect(await shown()).toMatchObject({ subject: 'Таблица не открывается', state: 'new', isOwn: true });
        expect((await shown()).deadlines).toHaveLength(1);
        await ticket.reply('Смотрим.');
        expect((await shown()).state).toBe('in-progress');
        await ticket.resolve('Обновите до 3.2.');
        expect(await shown()).toMatchObject({ state: 'resolved', solution: { isDeclined: false } });
      });
    }
  },
);
