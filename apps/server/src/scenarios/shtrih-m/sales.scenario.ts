import { federalDistricts } from '@reglament/desk';
import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { standsIn, writesToSales } from '../stage-inquiry.ts';

const scenario = scenariosAt('shtrih-m');

const managers = {
  central: 'sales-center@shtrih-m.example',
  'north-west': 'sales-center@shtrih-m.example',
  volga: 'sales-center@shtrih-m.example',
  south: 'sales-south@shtrih-m.example',
  'north-caucasus': 'sales-south@shtrih-m.example',
  ural: 'sales-east@shtrih-m.example',
  siberia: 'sales-east@shtrih-m.example',
  'far-east': 'sales-east@shtrih-m.example',
} as const;

scenario(
  ['SH-P-PAY'],
  'an inquiry goes to one of three managers by the eight federal districts, and waits for a person where nobody knows',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    for (const district of federalDistricts) {
      const addressee = managers[district];
      const olga = await desk.customer(null);
      await standsIn(desk, olga, district);
      const inquiry = await writesToSales(desk, olga, 'Нужна платная поддержка.');
      expect((await inquiry.page()).inquiry).toMatchObject({ district, addressee, unrouted: null });
      expect((await inquiry.lastLetter()).text).toContain('Правило SH-P-PAY');
    }
    const stranger = await writesToSales(desk, desk.stranger(), 'Нужна платная поддержка.');
    const { inquiry } = await stranger.page();
    expect(inquiry).toMatchObject({ addressee: null, unrouted: { clause: 'SH-P-PAY' } });
    await stranger.does({ command: 'choose-district', district: 'siberia' });
    expect((await stranger.page()).inquiry).toMatchObject({ addressee: managers.siberia, unrouted: null });
  },
);

scenario(
  ['SH-P-PAY'],
  'what a certified partner sold names the partner, who must stand as one',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const [olga, partner] = [await desk.customer(null), await desk.customer(null)];
    const inquiry = await writesToSales(desk, olga, 'Нужна платная поддержка.');
    const certificate = await olga.buys('paid', { dates: { 'number-given': '2025-02-03' }, months: 12 });
    const partnerId = partner.company?.companyId ?? '';
    const { certificateId } = (await certificate.page()).certificate;
    const sold = { command: 'close-won', certificateId, partnerId } as const;
    await expect(inquiry.does(sold)).rejects.toMatchObject({
      code: 'partner-without-standing',
      clause: 'SH-P-PAY',
    });
    await partner.stands('certified-partner', '2025-01-01', null);
    await inquiry.does(sold);
    expect((await inquiry.page()).inquiry).toMatchObject({ state: 'won', partner: { companyId: partnerId } });
  },
);
