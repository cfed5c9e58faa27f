import type { PortalTicket, PortalTicketForm } from '@reglament/contract';
import { expect } from 'vitest';
import { matrixInPortal, withPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('centaur');

scenario(
  ['CN-S2', 'CN-S3'],
  'a customer of either package sees in the portal that advice within the manuals is included, by its clause',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    for (const level of ['basic', 'extended'])
      await withPortal(desk, await desk.customer(level), async (portal) => {
        expect(await matrixInPortal(portal, ['CN-S2', 'CN-S3'])).toEqual([
          'CN-S2 Советы по установке по документации: yes',
          'CN-S3 Советы по настройке по документации: yes',
        ]);
      });
  },
);

scenario(
  ['CN-PROOF'],
  'in the portal nobody is asked for a contract that is known: it stands in the ticket by itself; the solution comes with its own words, the rule apart',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('basic');
    const { companyId = null } = olga.company ?? {};
    await withPortal(desk, olga, async (portal) => {
      const { companies } = await portal.get<PortalTicketForm>('ticket-form');
      const number = companies[0]?.certificate?.number ?? '';
      expect(number).not.toBe('');
      expect(companies[0]?.certificate?.package).toEqual({ ru: 'Базовый', en: 'Basic' });
      const asks = async (fields: Readonly<Record<string, string>>) => {
        const request = { companyId, subject: 'Нет гудка', text: 'Нет гудка', priority: 'low', fields };
        return desk.ticket((await portal.post<{ number: number }>('tickets', request)).number, olga.email);
      };
      const ticket = await asks({});
      expect((await ticket.fields())['package']).toBe(number);
      const other = await asks({ package: 'Договор 77' });
      expect((await other.fields())['package']).toBe('Договор 77');
      await ticket.resolve('Перезапустили службу.');
      const { solution, messages } = await portal.get<PortalTicket>(`tickets/${ticket.number}`);
      const written = messages.find(({ messageId }) => messageId === solution?.messageId);
      expect(written).toMatchObject({ kind: 'resolution', text: 'Перезапустили службу.' });
      expect(solution?.why).toHaveLength(1);
      expect(solution?.why[0]?.ru).toContain('Правило CN-OWN-CONFIRM');
      const { why: _, ...said } = solution ?? {};
      expect(JSON.stringify(said)).not.toContain('Правило');
    });
  },
);
