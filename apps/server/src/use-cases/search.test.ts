import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { insertCompanyRecord, keepContacts } from '../store/companies.ts';
import { insertTestInstance } from '../testing/insert-test-instance.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import { bringCertificate } from './bring-certificate.ts';
import { indexSearch } from './index-search.ts';
import { registerByStaff } from './register-by-staff.ts';
import { search, type SearchOutcome } from './search.ts';
import type { Way } from './search-words.ts';

/** Requests as people write them: a name for the table below, subject, text. */
const REQUESTS = {
  update: [
    'Ошибка при обновлении',
    'После обновления до версии 1.7.4 сервер не запускается, код 0x80070005.',
  ],
  list: ['Список заявок не открывается', 'Пять дней не открываются заявки в личном кабинете.'],
  call: ['Прошу перезвонить', 'Жду звонка от инженера, писем не присылайте.'],
  report: ['Отчёт не формируется', 'Отчёт за приём сотрудников пуст, учётная запись бухгалтера.'],
  mail: ['Репозитории RuPost недоступны', 'Почта на Astra Linux не ставится: packages failed.'],
  print: ['Печать чека', 'Принтер не печатает, терминал видит 1С.'],
  crash: ['Касса упала', 'Журнал пуст, экран белый. Журнала нет.'],
  licence: ['Продлить сертификат ЛК-2024/17', 'Лицензия на PostgreSQL15 и Windows кончается.'],
  literal: ['Скидка 100% на path_to', 'Символы %_\\ и a&b|!c:* в письме.'],
  mixed: ['Не ставится Аstra', 'Установка прервана, файл setup_1.log пуст.'],
} as const;
type Name = keyof typeof REQUESTS;

/** What is typed, what must be found, what must not. */
const TABLE: readonly (readonly [string, readonly Name[], readonly Name[]])[] = [
  // Forms of a word, fleeting vowels among them.
  ['ошибка обновления', ['update'], ['mail']],
  ['ошибок', ['update'], ['print']],
  ['обновлениями', ['update'], ['print']],
  ['заявка', ['list'], ['print']],
  ['списка заявки', ['list'], []],
  ['день', ['list'], ['print']],
  ['звонков', ['call'], ['print']],
  ['письмо', ['call', 'literal'], ['print']],
  ['журналы', ['crash'], ['print']],
  ['терминалов', ['print'], ['crash']],
  ['репозиторий rupost', ['mail'], ['update']],
  // Two spellings of one letter.
  ['отчет', ['report'], ['print']],
  ['отчёты', ['report'], []],
  ['прием', ['report'], ['print']],
  ['учетные записи', ['report'], ['print']],
  // Aspects, nouns of verbs, what else people say.
  ['обновить', ['update'], ['print']],
  ['установить', ['mixed'], ['crash']],
  ['падает', ['crash'], ['print']],
  ['распечатать', ['print'], ['crash']],
  ['апдейт', ['update'], ['print']],
  // The other script.
  ['астра линукс', ['mail'], ['update']],
  ['astra', ['mail', 'mixed'], ['update']],
  ['рупост', ['mail'], ['update']],
  ['постгрес', ['licence'], ['mail']],
  ['винда', ['licence'], ['mail']],
  ['package', ['mail'], ['print']],
  // Half a word, mistakes, the other keyboard layout.
  ['репозит', ['mail'], ['update']],
  ['ошибка обнов', ['update'], ['print']],
  ['репазиторий', ['mail'], ['update']],
  ['сертефикат', ['licence'], ['print']],
  ['терминла', ['print'], ['crash']],
  ['gtxfnm', ['print'], ['crash']],
  ['фыекф', ['mail', 'mixed'], ['update']],
  // Versions, codes, numbers.
  ['1.7', ['update'], ['print']],
  ['1.7.4', ['update'], ['print']],
  ['1.7.5', [], ['update']],
  ['0x80070005', ['update'], ['print']],
  ['лк2024', ['licence'], ['print']],
  ['1c', ['print'], ['update']],
  ['postgresql', ['licence'], ['mail']],
  // Signs are signs; a word that stands nowhere is found nowhere.
  ['100%', ['literal'], ['update']],
  ['%', [], ['update', 'literal']],
  ['ошибка & !обновление', ['update'], ['print']],
  ['ромашковый кисель', [], ['update', 'list', 'call', 'report', 'mail', 'print', 'crash', 'licence']],
];

/** Rows that are not found by whole words rightly spelled. */
const WAY_OF: Readonly<Record<string, Way>> = {
  репозит: 'beginning',
  'ошибка обнов': 'beginning',
  репазиторий: 'near',
  сертефикат: 'near',
  терминла: 'near',
};

let opened: Opened;
let deskId: DeskId;
let engineer: TestPerson;
let birch: CompanyId;
const prometheus = newId() as CompanyId;
const alena = newId() as ContactId;
const numbers = new Map<Name, number>();

const register = async (
  slug: string,
  companyId: CompanyId | null,
  subject: string,
  text: string,
): Promise<number> => {
  const registered = await registerByStaff(opened.context, {
    deskId: deskIdOf(opened, slug),
    personId: engineer.personId,
    channel: 'phone',
    requesterEmail: null,
    requesterName: 'Пётр Заказчиков',
    requesterPhone: '',
    companyId,
    subject,
    text,
    type: null,
    priority: null,
    fields: {},
    attachments: [],
    idempotency: { key: newId(), requestHash: '' },
  });
  if (!registered.ok) throw new Error(registered.code);
  return registered.value.number;
};

const catchUp = async (): Promise<void> => {
  while (await indexSearch(opened.context));
};

const ask = (typed: string, limit = 50): Promise<SearchOutcome> =>
  search(opened.context, { deskId, typed, limit, after: null });

beforeAll(async () => {
  opened = await openTestStore();
  deskId = deskIdOf(opened, 'centaur');
  engineer = await addStaff(opened, 'centaur', 'engineer', 'engineer@centaur.example');
  const customer = await addCustomer(opened, 'centaur', {
    company: 'ООО «Берёзовая роща»',
    email: 'ivan@birch.example',
    name: 'Иван Лесной',
    packageId: null,
  });
  birch = customer.companyId;
  for (const [name, [subject, text]] of Object.entries(REQUESTS))
    numbers.set(name as Name, await register('centaur', null, subject, text));
  await opened.context.db.inDesk(deskId, async (q) => {
    await insertCompanyRecord(q, deskId, prometheus, {
      name: 'АО «Прометей-Сервис»',
      inn: '7707083893',
      kpp: null,
      ogrn: null,
      district: null,
      city: 'Тверь',
    });
    await insertTestInstance(q, { deskId, companyId: prometheus, key: 'SN-0042-АВ' });
    await keepContacts(q, deskId, birch, [
      {
        contactId: alena,
        name: 'Алёна Ёлкина',
        email: 'alena@birch.example',
        phone: '+74951234567',
        listed: true,
      },
    ]);
    const { regulation } = await opened.context.regulations.inForce(deskId, opened.context.now());
    await bringCertificate(opened.context, q, deskId, {
      companyId: birch,
      number: 'ТП-2026/0815',
      packageId: regulation.packages[0]?.id ?? '',
      startsAt: opened.context.now(),
      endsAt: (opened.context.now() + 86_400_000) as Instant,
    });
  });
  await catchUp();
});

afterAll(() => opened.close());

const namesIn = (found: SearchOutcome): readonly string[] =>
  found.tickets.map(({ number }) => [...numbers].find(([, n]) => n === number)?.[0] ?? String(number));

describe('a table of what is typed and what must be found', () => {
  it.each(TABLE)('%s', async (typed, must, mustNot) => {
    const found = await ask(typed);
    const names = namesIn(found);
    expect(names).toEqual(expect.arrayContaining([...must]));
    // What is found as a likeness only was not found by its words.
    const ways = new Set(
      found.tickets.filter((_, index) => must.some((name) => name === names[index])).map(({ way }) => way),
    );
    expect([...ways]).toEqual(must.length === 0 ? [] : [WAY_OF[typed] ?? 'words']);
    for (const name of mustNot) expect(names).not.toContain(name);
  });

  it('has forty rows at least', () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(40);
  });
});

describe('things that are known by name or number', () => {
  it.each(['№ 3', '#3', '3', 'заявка 3'])(
    'a ticket by its number, before everything else: %s',
    async (typed) => {
      const [first] = (await ask(typed)).tickets;
      expect(first).toMatchObject({ number: 3, way: 'exact' });
    },
  );

  it.each(['7707083893', '77 07 08 38 93', 'ИНН 7707083893', 'sn 0042 ав', 'SN0042AB'])(
    'a company by its INN, with spaces, and by a key that it runs: %s',
    async (typed) => {
      expect((await ask(typed)).companies[0]).toMatchObject({ companyId: prometheus, way: 'exact' });
    },
  );

  it.each(['промет', 'прометей', 'сервис прометея', 'ghjvtntq', 'проментей', '770708', 'prometei'])(
    'a company by part of its name or number: %s',
    async (typed) => {
      expect((await ask(typed)).companies[0]).toMatchObject({ companyId: prometheus });
    },
  );

  it('what was taken for another keyboard layout is said', async () => {
    expect((await ask('ghjvtntq')).lookedFor).toBe('прометей');
    expect((await ask('прометей')).lookedFor).toBeNull();
  });

  it.each(['alena@birch.example', '8 (495) 123-45-67', '+74951234567'])(
    'people by address and telephone: %s',
    async (typed) => {
      expect((await ask(typed)).contacts[0]).toMatchObject({ contactId: alena, way: 'exact' });
    },
  );

  it.each(['елкина', 'Елкиной', 'алена', 'alena', 'елк'])('people by name: %s', async (typed) => {
    expect((await ask(typed)).contacts[0]).toMatchObject({ contactId: alena });
  });

  it.each(['тп-2026/0815', '№ ТП-2026/0815'])('certificates by number: %s', async (typed) => {
    expect((await ask(typed)).certificates[0]).toMatchObject({ number: 'ТП-2026/0815', way: 'exact' });
  });

  it.each(['ТП 2026 0815', 'тп2026', '0815'])('and by part of it: %s', async (typed) => {
    expect((await ask(typed)).certificates[0]).toMatchObject({ number: 'ТП-2026/0815' });
  });
});

describe('what follows the things themselves', () => {
  it('a company that was renamed is found in its tickets by the new name alone', async () => {
    const number = await register('centaur', birch, 'Совсем другое', 'Без особых слов');
    await catchUp();
    expect((await ask('березовая роща')).tickets.map((t) => t.number)).toContain(number);
    await opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-rename',
        `update company set name = 'ООО «Кедр»' where desk_id = $1 and company_id = $2`,
        [deskId, birch],
      ),
    );
    await catchUp();
    expect((await ask('кедр')).tickets.map((t) => t.number)).toContain(number);
    expect((await ask('березовая роща')).tickets).toEqual([]);
  });

  it('what waits to be looked at is told', async () => {
    expect((await ask('x')).waitsMs).toBeNull();
    await register('centaur', null, 'Ещё не видно', 'Арбузолитейный цех');
    const early = await ask('арбузолитейный');
    expect(early.tickets).toEqual([]);
    expect(early.waitsMs).toBeGreaterThanOrEqual(0);
    await catchUp();
    expect((await ask('арбузолитейного цеха')).tickets).toHaveLength(1);
  });
});

describe('another reading of words', () => {
  it('has everything looked at anew, without anybody asking for it', async () => {
    const { db } = opened.context;
    await db.everyDesk((q) => q.query('test-forget', 'delete from search_document'));
    await catchUp();
    expect((await ask('ошибка обновления')).tickets).toEqual([]);
    await db.everyDesk((q) => q.query('test-reading', 'update installation set search_reading = 0'));
    await catchUp();
    expect(namesIn(await ask('ошибка обновления'))).toContain('update');
    expect((await ask('прометей')).companies).toHaveLength(1);
  });
});

describe('the order', () => {
  it('puts words of the subject before words of the conversation, then the newest', async () => {
    const first = await register('centaur', null, 'Кофемашина сломана', 'x');
    const said = await register('centaur', null, 'Другое', 'И кофемашина тоже');
    const last = await register('centaur', null, 'Снова кофемашина', 'x');
    await catchUp();
    const found = await ask('кофемашины');
    expect(found.tickets.map((t) => t.number)).toEqual([last, first, said]);
    expect(found.tickets[2]?.snippet).toEqual([
      { text: 'И ', hit: false },
      { text: 'кофемашина', hit: true },
      { text: ' тоже', hit: false },
    ]);
  });

  it('goes on page by page, each ticket once', async () => {
    for (let n = 0; n < 7; n++) await register('centaur', null, `Холодильник ${n}`, 'x');
    await catchUp();
    const seen: number[] = [];
    let after: SearchOutcome['next'] = null;
    do {
      const page: SearchOutcome = await search(opened.context, {
        deskId,
        typed: 'холодильник',
        limit: 3,
        after,
      });
      seen.push(...page.tickets.map((t) => t.number));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a));
  });
});

describe('limits', () => {
  it('of a long question the beginning counts, and that is said', async () => {
    expect(await ask('ошибка '.repeat(2000))).toMatchObject({ isCut: true });
    expect(await ask('ошибка')).toMatchObject({ isCut: false });
  });

  it.each(['', '   ', '\u0000', "'", '\\', ':*', '!!', '()', '\uD800', '🙂', '‏שלום', 'ж'.repeat(9000)])(
    'nothing that can be typed breaks it: %.20j',
    async (typed) => {
      await expect(ask(typed)).resolves.toMatchObject({ companies: [] });
    },
  );
});

describe('another desk', () => {
  it('is never searched: neither by words nor by the database’s own function', async () => {
    await register('optima', null, 'Тайна Оптимы', 'Тайна Оптимы');
    await catchUp();
    expect((await ask('тайна')).tickets).toEqual([]);
    const optima = deskIdOf(opened, 'optima');
    expect(
      (await search(opened.context, { deskId: optima, typed: 'тайны', limit: 5, after: null })).tickets,
    ).toHaveLength(1);
    await expect(
      opened.context.db.inDesk(deskId, (q) =>
        q.query('test-other-desk', `select search_documents($1, 'ticket', 'x', '''x'''::tsquery, 0, 5)`, [
          optima,
        ]),
      ),
    ).rejects.toThrow(/another desk/);
  });
});
