import type { PortalInquiryPage } from '@reglament/contract';
import { expect } from 'vitest';
import { matrixInPortal, withPortal } from '../portal-matrix.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('optima');

scenario(
  ['OW-S2', 'OW-S3', 'OW-S5', 'OW-S6', 'OW-S12'],
  'a customer sees in the portal what the contract includes, by its clauses, and asks there for the price of another version',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const { packages } = await desk.regulation();
    const olga = await desk.customer(packages[0]?.id ?? '');
    await withPortal(desk, olga, async (portal) => {
      expect(await matrixInPortal(portal, ['OW-S2', 'OW-S3', 'OW-S5', 'OW-S6', 'OW-S12'])).toEqual([
        'OW-S2 Участие в контроле качества: yes',
        'OW-S3 Акции для компаний с договором: yes',
        'OW-S5 Приём и обработка обращений: yes',
        'OW-S6 Консультации по эксплуатации: yes',
        'OW-S12 Льготные цены перехода на другие версии: yes',
      ]);
      const { number } = await portal.post<{ number: number }>('inquiries', {
        topic: 'upgrade',
        text: 'Сколько стоит переход на новую версию?',
        companyId: null,
      });
      expect(await portal.get<PortalInquiryPage>(`inquiries/${number}`)).toMatchObject({
        topic: 'upgrade',
        state: 'open',
        messages: [{ from: 'customer', text: 'Сколько стоит переход на новую версию?' }],
      });
    });
  },
);
