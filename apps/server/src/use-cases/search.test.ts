import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { insertCompanyRecord, keepContacts } from '../store/companies.ts';
import { insertTestInstance } from '../testing/insert-test-instance.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { type RequestName as Name, SEARCH_QUESTIONS, SEARCH_REQUESTS } from '../testing/search-questions.ts';
import {
  clearDocuments,
  type LaidDocuments,
  layOutDocuments,
  numbersWith,
  pagesRead,
} from '../testing/search-documents.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import { asQuery, readQuestion } from '../text/search/asked-words.ts';
import { formsOf } from '../text/search/word-forms.ts';
import { markOf } from '../text/search/document-words.ts';
import { bringCertificate } from './bring-certificate.ts';
import { indexSearch } from './index-search.ts';
import { registerByStaff } from './register-by-staff.ts';
import { search, type SearchOutcome } from './search.ts';
import type { Way } from './search-words.ts';

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
  for (const [name, [subject, text]] of Object.entries(SEARCH_REQUESTS))
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
  it.each(SEARCH_QUESTIONS)('%s', async (typed, must, mustNot) => {
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
    expect(SEARCH_QUESTIONS.length).toBeGreaterThanOrEqual(40);
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
    // What was written down of the company when the ticket came stays as it was written.
    await opened.context.db.inDesk(deskId, (q) =>
      q.query('test-not-stated', `update ticket set fields = '{}' where desk_id = $1 and company_id = $2`, [
        deskId,
        birch,
      ]),
    );
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

describe('words of an erased text', () => {
  const kept = (word: string): Promise<readonly unknown[]> =>
    opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-kept',
        `select word from search_word where word = $1 union all select word from search_spelling where word = $1
         union all select $1 from search_document where words::text like '%' || $1 || '%'`,
        [word],
      ),
    );
  const erase = (number: number): Promise<unknown> =>
    opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-erase',
        `with gone as (update ticket set fields = '{}' where desk_id = $1 and number = $2 returning ticket_id)
         update message m set text = '' from gone g where m.desk_id = $1 and m.ticket_id = g.ticket_id`,
        [deskId, number],
      ),
    );

  it('go with their last use, also from what misspelled ones are compared with', async () => {
    const first = await register('centaur', null, 'Без слов', 'Канарейковский');
    const second = await register('centaur', null, 'Без слов', 'Канарейковский');
    await catchUp();
    const [word = ''] = formsOf('Канарейковский');
    expect(await kept(word)).not.toEqual([]);
    await erase(first);
    await catchUp();
    expect((await ask('канарейковский')).tickets.map((t) => t.number)).toEqual([second]);
    expect((await ask('конарейковский')).tickets.map((t) => t.number)).toEqual([second]);
    await erase(second);
    await catchUp();
    expect(await kept(word)).toEqual([]);
  });

  it('stay while another kind of thing has them', async () => {
    const number = await register('centaur', null, 'Без слов', 'Прометей-Сервис звонил');
    await catchUp();
    await erase(number);
    await catchUp();
    expect((await ask('проментей')).companies[0]).toMatchObject({ companyId: prometheus, way: 'near' });
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

describe('the other keyboard layout', () => {
  it('was meant rather than a mistake, where its words stand as they are', async () => {
    for (let n = 0; n < 5; n++) await register('centaur', null, `Фыкф ${n}`, 'x');
    await catchUp();
    expect((await ask('фыкв')).tickets.map(({ way }) => way)).toContain('near');
    const found = await ask('фыекф');
    expect(found.lookedFor).toBe('astra');
    expect(namesIn(found)).toEqual(expect.arrayContaining(['mail', 'mixed']));
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

describe('among very many', () => {
  const laid = (): LaidDocuments => ({ deskId, first: 1000, last: 21_000 });
  const newest = (words: readonly ('often' | 'once')[], enough: number) =>
    numbersWith(opened, laid(), words, enough);

  beforeAll(() => layOutDocuments(opened, laid()));
  afterAll(() => clearDocuments(opened, laid()));

  it('the newest come first, and a word of one old ticket is found', async () => {
    expect(await newest(['often'], 3)).toEqual([21_000, 20_999, 20_998]);
    expect(await newest(['once'], 3)).toEqual([1000]);
    expect(await newest(['often', 'once'], 3)).toEqual([1000]);
    expect(await newest(['often'], 30_000)).toHaveLength(10_000);
  });

  it('the index finds them behind a policy that is forced: a few pages are read of hundreds', async () => {
    for (const words of [['often'], ['once'], ['often', 'once']] as const) {
      const { read, all } = await pagesRead(opened, laid(), words);
      expect(all).toBeGreaterThan(400);
      expect(read).toBeLessThan(200);
    }
  });
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
    const byMark = (within: DeskId): Promise<readonly unknown[]> =>
      opened.context.db.inDesk(within, (q) =>
        q.query('test-other-desk', `select * from search_documents('ticket', $1, $2::tsquery, 0, 5)`, [
          markOf(optima, 'ticket'),
          asQuery(markOf(optima, 'ticket'), readQuestion('тайна').words, 'anywhere'),
        ]),
      );
    expect(await byMark(deskId)).toEqual([]);
    expect(await byMark(optima)).toHaveLength(1);
  });
});
