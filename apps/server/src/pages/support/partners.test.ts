import type { CompanyId } from '@reglament/desk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStillDesk, type StillDesk } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser } from '../../testing/support-browser.ts';
import { insertCompanyRecord, lockCompany } from '../../store/companies.ts';
import { changeCompany } from '../../use-cases/change-company.ts';

let still: StillDesk;
let browser: SupportBrowser;

beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
});
beforeEach(async () => {
  await browser?.close();
  browser = await openSupportBrowser(still);
});
afterAll(async () => {
  expect(still.errors).toEqual([]);
  await browser.close();
  await still.stop();
});

interface Told {
  readonly role?: string;
  readonly city?: string;
  readonly district?: 'siberia' | 'volga' | null;
  readonly from?: string;
  readonly until?: string | null;
  readonly shownAs: string | null;
}

const company = async (slug: string, name: string, told: Told): Promise<CompanyId> => {
  const deskId = still.desk(slug);
  const companyId = still.context.newId() as CompanyId;
  const { role = 'certified-partner', city = '', district = null } = told;
  await still.context.db.inDesk(deskId, (q) =>
    insertCompanyRecord(q, deskId, companyId, { name, inn: null, kpp: null, ogrn: null, district, city }),
  );
  const { from = '2025-01-01', until = null, shownAs } = told;
  const seen = await still.context.db.inDesk(deskId, (q) => lockCompany(q, deskId, companyId));
  const outcome = await changeCompany(still.context, {
    deskId,
    companyId,
    change: { standings: [{ standingId: null, role, from, until, shownAs }] },
    seenVersion: seen?.version ?? 0,
  });
  expect(outcome.kind).toBe('done');
  return companyId;
};

describe('the directory of partners', () => {
  it('says that nobody is listed, and the entry page does not name it, before staff show anybody', async () => {
    await company('shtrih-m', 'Молчун', { shownAs: null });
    expect(await browser.page('/c/shtrih-m/partners')).toContain('Сейчас в списке никого нет');
    expect(await browser.page('/c/shtrih-m')).not.toContain('/c/shtrih-m/partners');
  });

  it('names those whom staff show, by district and city, with what staff wrote; nothing else of them', async () => {
    await company('shtrih-m', 'Томск-Касса', {
      city: 'Томск',
      district: 'siberia',
      shownAs: 'https://tomsk.example, +7 3822 10-20-30',
    });
    await company('shtrih-m', 'Волга-Касса', { city: 'Самара', district: 'volga', shownAs: '' });
    const answer = await browser.get('/c/shtrih-m/partners');
    const page = answer.body;
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.indexOf('Волга-Касса')).toBeGreaterThan(page.indexOf('Приволжский федеральный округ'));
    expect(page.indexOf('Томск-Касса')).toBeGreaterThan(page.indexOf('Сибирский федеральный округ'));
    expect(page.indexOf('Сибирский')).toBeGreaterThan(page.indexOf('Волга-Касса'));
    for (const words of [
      'Томск · Сертифицированный партнёр',
      'href="https://tomsk.example"',
      'href="tel:+73822102030"',
    ])
      expect(page).toContain(words);
    expect(await browser.page('/c/shtrih-m/partners?lang=en')).toContain('Siberian Federal District');
    expect(await browser.page('/c/shtrih-m')).toContain('href="/c/shtrih-m/partners"');
  });

  it('hides who was not ticked, whose standing is over or has not begun, and a record that was merged away', async () => {
    await company('shtrih-m', 'Не отмечен', { shownAs: null });
    await company('shtrih-m', 'Кончился вчера', { until: '2025-02-02', shownAs: 'a' });
    await company('shtrih-m', 'Начнётся завтра', { from: '2025-02-04', shownAs: 'b' });
    await company('shtrih-m', 'Последний день', { until: '2025-02-03', shownAs: 'c' });
    const [gone, kept] = [
      await company('shtrih-m', 'Слился', { shownAs: 'd' }),
      await company('shtrih-m', 'Остался', { shownAs: null }),
    ];
    await still.rows('update company set merged_into = $2 where company_id = $1', [gone, kept]);
    const page = await browser.page('/c/shtrih-m/partners');
    expect(page).toContain('Последний день');
    for (const name of ['Не отмечен', 'Кончился вчера', 'Начнётся завтра', 'Слился', 'Остался'])
      expect(page).not.toContain(name);
  });

  it('shows nobody of another desk, and nobody whom the regulation does not offer', async () => {
    await company('flat', 'Сосед', { role: 'service-partner', shownAs: '8 800 000-00-00' });
    const neighbour = await company('flat', 'Сосед с тем же статусом', {
      role: 'service-partner',
      shownAs: '',
    });
    await still.rows(`update company_standing set role = 'certified-partner' where company_id = $1`, [
      neighbour,
    ]);
    expect(await browser.page('/c/shtrih-m/partners')).not.toContain('Сосед');
    expect(await browser.page('/c/flat/partners')).not.toContain('Сосед');
    expect((await browser.get('/c/nobody/partners')).statusCode).toBe(404);
  });

  it('says a name and a contact as text, never as markup or a script to press', async () => {
    await company('shtrih-m', '<script>x()</script>', {
      shownAs: 'javascript:alert(1), https://a.example"onclick="y',
    });
    const page = await browser.page('/c/shtrih-m/partners');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('href="javascript:');
    expect(page).not.toContain('"onclick="');
    expect(page).toContain('&lt;script&gt;x()');
  });
});
