import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutDemoAt, type Told } from '../testing/laid-out-demo.ts';

let told: Told;

beforeAll(async () => {
  told = await layOutDemoAt('2026-11-16T09:00+03:00');
});
afterAll(async () => {
  await told.opened.close();
  await told.database.drop();
});

describe('what the companies of a demo run', () => {
  it('stands under the certificates that are named; what sales look for is there', async () => {
    const { rows, start } = told;
    const [counts] = await rows<{ all: number; under: number; licences: number }>(
      'installations',
      `select count(*)::int as all, count(certificate_id)::int as under,
         (select count(*)::int from licence_agreement) as licences from instance`,
    );
    expect(counts).toEqual({ all: 20, under: 18, licences: 3 });
    const numbers = async (name: string, where: string) => {
      const found = await rows<{ number: string }>(
        name,
        `select number from certificate where ${where} order by 1`,
      );
      return found.map(({ number }) => number);
    };
    // As each desk counts: AlterOffice instances, FLAT licences.
    expect(await numbers('instances', 'is_over_instances')).toEqual(['AO-EXT-0205']);
    expect(await numbers('licences', "is_over_licences and number like 'FLT-%'")).toEqual(['FLT-23-0144']);
    const [partner] = await rows<{ name: string }>(
      'partners',
      'select c.name from company_standing s join company c on c.desk_id = s.desk_id and c.company_id = s.company_id where s.shown_as is not null',
    );
    expect(partner).toEqual({ name: 'Сервисный центр «Чек в порядке»' });
    const loyal = `(body ->> 'loyaltyFrom')::bigint <= ${start} and (body ->> 'loyaltyUntil')::bigint > ${start}`;
    expect(await numbers('loyal', loyal)).toEqual(['FLT-23-0144']);
    const soon = `ends_at between to_timestamp(${start} / 1000) and to_timestamp(${start} / 1000) + interval '30 days'`;
    expect(await numbers('soon', soon)).toEqual(['AO-BAS-0870']);
    const lapsed = await rows<{ number: string }>(
      'lapsed',
      `select number from licence_agreement where until_date < to_timestamp(${start} / 1000)`,
    );
    expect(lapsed.map(({ number }) => number)).toEqual(['ЛД-0198']);
  });
});
