import type { LocalDate } from '@reglament/working-time';
import { expect } from 'vitest';
import { companyPageRow } from '../../store/queries/companies.ts';
import { letterFrom } from '../../testing/letters/letter-from.ts';
import { addressOf } from '../../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser } from '../../testing/support-browser.ts';
import { innOf } from '../../testing/support-customer.ts';
import { changeCompany } from '../../use-cases/change-company.ts';
import { issueCertificateByStaff } from '../../use-cases/issue-certificate-by-staff.ts';
import { scenariosAt } from '../scenario.ts';
import type { Stage, StageCustomer } from '../stage.ts';

const scenario = scenariosAt('alteroffice');

const PAGE = '/c/alteroffice';

/** A customer's browser on the desk's clock, for the time of a scenario. */
const withPages = async (desk: Stage, play: (pages: SupportBrowser) => Promise<void>): Promise<void> => {
  const pages = await openSupportBrowser(desk.still);
  await play(pages);
  await pages.close();
};

const linkOf = async (pages: SupportBrowser, { email }: StageCustomer): Promise<string> => {
  await pages.send(PAGE, `${PAGE}/link`, { email });
  return pages.link(email);
};

scenario(
  ['AO-4.1-hours'],
  'the page says what is open now and when the rest opens: a Saturday, a holiday',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const held = new Map<string, StageCustomer>();
    for (const level of ['basic', 'extended', 'maximum']) held.set(level, await desk.customer(level));
    const now = async (pages: SupportBrowser, level: string): Promise<string | undefined> => {
      const customer = held.get(level);
      if (customer === undefined) throw new Error(level);
      const page = await pages.page(await linkOf(pages, customer));
      return /<dt>Сейчас<\/dt><dd>([^<]+)</.exec(page)?.[1];
    };
    await withPages(desk, async (pages) => {
      desk.at('2025-02-08 12:00');
      const monday = 'закрыто, откроемся пн 10.02.2025, 08:00 (МСК)';
      expect(await now(pages, 'basic')).toBe(monday);
      expect(await now(pages, 'extended')).toBe(monday);
      expect(await now(pages, 'maximum')).toBe('открыто');
      desk.at('2025-05-01 10:00');
      expect(await now(pages, 'basic')).toBe('закрыто, откроемся пн 05.05.2025, 08:00 (МСК)');
      expect(await now(pages, 'extended')).toBe('открыто');
    });
  },
);

scenario(
  ['AO-1.3'],
  'a certificate carries level, products, quantity, type of installation and term, and all that the customer is offered derives from it',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const { still } = desk;
    const outcome = await issueCertificateByStaff(still.context, {
      deskId: still.desk('alteroffice'),
      companyId: olga.company?.companyId ?? ('' as never),
      personId: desk.engineer.personId,
      draft: {
        number: 'AO-1-3',
        packageId: 'extended',
        products: ['AText', 'ACell'],
        installationType: 'workstation',
        quantity: 7,
        term: { count: 12, unit: 'months' },
        namedStart: null,
        dates: { purchase: '2024-12-01' as LocalDate },
        figures: {},
        bought: [],
        visitsPerTicket: null,
      },
      idempotency: { key: still.context.newId(), requestHash: 'x' },
    });
    expect(outcome.kind).toBe('done');
    await withPages(desk, async (pages) => {
      const path = await linkOf(pages, olga);
      const page = await pages.page(path);
      for (const offered of [
        '<h2>Расширенный',
        '№ AO-1-3',
        'Действует по чт 01.01.2026',
        '<dt>Срок</dt><dd>12 месяцев</dd>',
        '<dt>Продукты</dt><dd>AText, ACell</dd>',
        '<dt>Количество</dt><dd>7</dd>',
        '<dt>Тип установки</dt><dd>Рабочая станция</dd>',
        'мессенджер',
        'Реакция: <b>12 часов',
      ])
        expect(page).toContain(offered);
      // The level alone opens the telephone, the products alone the question about one of them.
      expect(await pages.page(`${path}?ask=1&channel=phone&product=ACell`)).toContain(
        'Да, вопрос будет покрыт',
      );
      const other = await pages.page(`${path}?ask=1&channel=phone&product=AMail`);
      expect(other).toContain('Нет, так вопрос не покрыт');
      expect(other).toContain('Правило AO-3.3');
      desk.at('2026-01-02 00:00');
      const late = await linkOf(pages, olga);
      expect(await pages.page(late)).toContain('Закончился чт 01.01.2026');
      expect(await pages.page(`${late}?ask=1&channel=phone&product=ACell`)).toContain(
        'Срок сертификата истёк',
      );
    });
  },
);

scenario(
  ['AO-4.1-price'],
  'terms of sale stand on the page and on the certificate; the free first year ends by itself and a subscription is offered',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const basic = await olga.buys('basic', { dates: { purchase: '2025-02-03' } });
    const [extended, maximum] = [await desk.customer('extended'), await desk.customer('maximum')];
    const price = 'первый год бесплатно, дальше годовая подписка';
    expect(JSON.stringify((await basic.page()).rules)).toContain(price);
    desk.at('2025-03-06 00:00');
    await desk.rings();
    expect(await basic.seen()).toMatchObject({ starts: '2025-03-06 00:00', ends: '2026-03-07 00:00' });
    await withPages(desk, async (pages) => {
      expect(await pages.page(await linkOf(pages, olga))).toContain(`<dt>Цена</dt><dd>${price}</dd>`);
      expect(await pages.page(await linkOf(pages, extended))).toContain('<dd>по прайсу на год</dd>');
      expect(await pages.page(await linkOf(pages, maximum))).toContain('<dd>по договорённости</dd>');
      desk.at('2026-03-07 00:00');
      await desk.rings();
      expect((await basic.seen()).told).toContain('ended');
      const told = (await pages.letters(olga.email)).at(-1);
      expect(told?.text).toContain('Оформите годовую подписку');
      expect(await pages.page(await linkOf(pages, olga))).toContain('Закончился пт 06.03.2026');
    });
  },
);

scenario(
  ['AO-4.1-cabinet', 'AO-2.1'],
  'basic registers its certificate on a page without an account and follows its requests by signed links; asking the price opens no ticket',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('basic', { dates: { purchase: '2025-02-03' } });
    await withPages(desk, async (pages) => {
      const sent = await pages.send(`${PAGE}/register`, `${PAGE}/register`, {
        number: certificate.number,
        company: olga.company?.name ?? '',
        inn: innOf(1),
        name: 'Olga',
        email: olga.email,
      });
      expect(sent.headers.location).toBe(`${PAGE}?sent=register`);
      const confirm = await pages.link(olga.email);
      const own = String((await pages.send(confirm, confirm, {})).headers.location);
      expect(own).toContain('done=registered');
      expect(await pages.page(own)).toContain(`№ ${certificate.number}`);
      // Neither registering nor a question to sales begins it (R40).
      const path = own.split('?')[0] ?? '';
      await pages.send(path, `${path}/buy`, { text: 'Сколько стоит расширенный уровень?', topic: 'upgrade' });
      expect(await certificate.seen()).toMatchObject({ starts: '2025-03-06 00:00', told: [] });
      expect(
        await desk.still.rows(
          `select i.subject from inquiry i join contact c on c.contact_id = i.contact_id where c.email = $1`,
          [olga.email],
        ),
      ).toHaveLength(1);
      const ticket = await olga.writes('Не открывается');
      expect(await ticket.seen()).toMatchObject({ coverage: { kind: 'covered', packageId: 'basic' } });
      const page = await pages.page(path);
      const link = /href="(\/t\/alteroffice\/[^"]+)"/.exec(page)?.[1] ?? '';
      expect(await pages.page(link)).toContain('Не открывается');
    });
  },
);

scenario(
  ['AO-1.4'],
  'whoever the company lists asks and sees its certificates; one who is not listed yet does after being added; a stranger gets no coverage',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer('basic');
    const { companyId = '' as never } = olga.company ?? {};
    const { context } = desk.still;
    const deskId = desk.still.desk('alteroffice');
    const colleague = `colleague-${olga.email}`;
    const people = async (listed: boolean): Promise<void> => {
      const page = await context.db.inDesk(deskId, (q) => companyPageRow(q, deskId, companyId));
      if (page === null) throw new Error('no company');
      const kept = page.contacts.filter(({ email }) => email !== colleague);
      const added = page.contacts.find(({ email }) => email === colleague);
      const change = {
        contacts: [
          ...kept.map(({ others: _, ...one }) => one),
          {
            contactId: added?.contactId ?? null,
            name: 'Иван',
            email: colleague,
            phone: '',
            listed,
            language: null,
          },
        ],
      };
      const outcome = await changeCompany(context, { deskId, companyId, change, seenVersion: page.version });
      expect(outcome.kind).toBe('done');
    };
    const asks = async (email: string) => {
      const raw = letterFrom({ from: email, to: addressOf('alteroffice'), text: 'Не открывается' });
      const { number } = await desk.still.receive('alteroffice', raw);
      return desk.ticket(number ?? 0, email).seen();
    };
    await people(false);
    await withPages(desk, async (pages) => {
      expect(await asks(olga.email)).toMatchObject({ coverage: { kind: 'covered', packageId: 'basic' } });
      expect(await asks(colleague)).toMatchObject({
        state: 'not-entitled',
        coverage: { reason: 'contact', clause: 'AO-1.4' },
      });
      await pages.send(PAGE, `${PAGE}/link`, { email: colleague });
      expect((await pages.letters(colleague)).at(-1)?.subject).toContain('ничего не зарегистрировано');
      await people(true);
      expect(await asks(colleague)).toMatchObject({ coverage: { kind: 'covered', packageId: 'basic' } });
      await pages.send(PAGE, `${PAGE}/link`, { email: colleague });
      expect(await pages.page(await pages.link(colleague))).toContain(olga.company?.name);
      expect(await asks('nobody@nowhere.example')).toMatchObject({
        coverage: { kind: 'unidentified', packageId: null },
      });
    });
  },
);
