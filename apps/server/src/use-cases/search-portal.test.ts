import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { portalTickets } from '../store/queries/portal-tickets.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { type RequestName as Name, SEARCH_QUESTIONS, SEARCH_REQUESTS } from '../testing/search-questions.ts';
import { addCustomer, addStaff, deskIdOf, type TestPerson } from '../testing/test-desk.ts';
import { markOf, OF_COMPANY } from '../text/search/document-words.ts';
import { askedWord, formsOf } from '../text/search/word-forms.ts';
import { indexSearch } from './index-search.ts';
import type { PortalSight } from './portal-sight.ts';
import { registerByStaff } from './register-by-staff.ts';
import { search } from './search.ts';
import { searchPortal } from './search-portal.ts';

interface Customer {
  readonly companyId: CompanyId;
  readonly contactId: ContactId;
  readonly email: string;
}

let opened: Opened;
let deskId: DeskId;
let engineer: TestPerson;
let birch: Customer;
let pine: Customer;
const numbers = new Map<Name, number>();

const register = async (of: Customer, subject: string, text: string, email = of.email): Promise<number> => {
  const registered = await registerByStaff(opened.context, {
    deskId,
    personId: engineer.personId,
    channel: 'phone',
    requesterEmail: email,
    requesterName: 'Пётр Заказчиков',
    requesterPhone: '',
    companyId: of.companyId,
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

const customerOf = async (company: string, email: string): Promise<Customer> => {
  const added = await addCustomer(opened, 'centaur', { company, email, name: 'Заказчик', packageId: null });
  return { ...added, email };
};

const allOf = ({ companyId, contactId }: Customer): PortalSight => ({
  contactId,
  own: [companyId],
  all: [companyId],
});
const ownOf = (of: Customer): PortalSight => ({ ...allOf(of), all: [] });

/** Numbers as the portal's list shows them, and what is said of the question. */
const ask = (
  sight: PortalSight,
  typed: string,
): Promise<{ shown: readonly number[]; lookedFor: string | null; isNear: boolean }> =>
  opened.context.db.inDesk(deskId, async (q) => {
    const { numbers: found, lookedFor, isNear } = await searchPortal({ q, deskId, sight }, typed);
    const page = { seen: sight, view: 'all', found, after: null, limit: 100 } as const;
    const rows = await portalTickets(q, deskId, page);
    return { shown: rows.map(({ number }) => number), lookedFor, isNear };
  });

const said = (number: number, kind: string, text: string): Promise<unknown> =>
  opened.context.db.inDesk(deskId, (q) =>
    q.query(
      'test-say',
      `insert into message (desk_id, message_id, ticket_id, at, kind, author, text)
       select $1, gen_random_uuid(), ticket_id, now(), $3, 'x', $4 from ticket where desk_id = $1 and number = $2`,
      [deskId, number, kind, text],
    ),
  );

/** Puts a word among those that a ticket is found by in the portal. */
const plant = (number: number, word: string): Promise<unknown> =>
  opened.context.db.inDesk(deskId, (q) =>
    q.query(
      'test-plant',
      `update search_document set words = array_to_tsvector(tsvector_to_array(words) || array[$3::text])
       where desk_id = $1 and kind = 'portal' and number = $2`,
      [deskId, number, markOf(deskId, 'portal') + word],
    ),
  );

beforeAll(async () => {
  opened = await openTestStore();
  deskId = deskIdOf(opened, 'centaur');
  engineer = await addStaff(opened, 'centaur', 'engineer', 'engineer@centaur.example');
  birch = await customerOf('ООО «Роща»', 'ivan@birch.example');
  pine = await customerOf('ООО «Бор»', 'oleg@pine.example');
  for (const [name, [subject, text]] of Object.entries(SEARCH_REQUESTS))
    numbers.set(name as Name, await register(birch, subject, text));
  // The same words in tickets that are not theirs.
  for (const [subject, text] of Object.values(SEARCH_REQUESTS)) await register(pine, subject, text);
  await catchUp();
});

afterAll(() => opened.close());

describe('the same table of questions as for staff', () => {
  it.each(SEARCH_QUESTIONS)('%s', async (typed, must, mustNot) => {
    const { shown } = await ask(allOf(birch), typed);
    const own = [...numbers.values()];
    expect(shown.filter((number) => !own.includes(number))).toEqual([]);
    const names = [...numbers].filter(([, number]) => shown.includes(number)).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...must]));
    for (const name of mustNot) expect(names).not.toContain(name);
  });

  it('says where it was taken for another layout, and where words are only alike', async () => {
    expect(await ask(allOf(birch), 'jib,rf')).toMatchObject({ lookedFor: 'ошибка', isNear: false });
    expect(await ask(allOf(birch), 'репазиторий')).toMatchObject({ lookedFor: null, isNear: true });
    expect(await ask(allOf(birch), 'репозиторий')).toMatchObject({ lookedFor: null, isNear: false });
  });

  it.each(['', ' ', '%', '\u0000', "'", ':*', '🙂', 'ж'.repeat(200)])('%j breaks nothing', async (typed) => {
    expect((await ask(allOf(birch), typed)).shown).toEqual([]);
  });
});

describe('what customers are used to', () => {
  it('a number leads to its ticket, and to no other company’s', async () => {
    const number = numbers.get('print') ?? 0;
    for (const typed of [`${number}`, `№ ${number}`, `заявка ${number}`])
      expect((await ask(allOf(birch), typed)).shown).toContain(number);
    expect((await ask(allOf(pine), `№ ${number}`)).shown).not.toContain(number);
  });

  it('a part in the middle of a word of the subject, before the index knows it', async () => {
    const number = await register(birch, 'Видеостенограмма пропала', 'x');
    expect((await ask(allOf(birch), 'стенограмм')).shown).toEqual([number]);
    expect((await ask(allOf(pine), 'стенограмм')).shown).toEqual([]);
  });

  it('newest first, wherever the words stand', async () => {
    const first = await register(birch, 'Кофемашина сломана', 'x');
    const second = await register(birch, 'Другое', 'И кофемашина тоже');
    await catchUp();
    expect((await ask(allOf(birch), 'кофемашины')).shown).toEqual([second, first]);
  });
});

describe('who sees what', () => {
  it('words of a colleague’s ticket lead only those to it who see colleagues’ tickets', async () => {
    const number = await register(birch, 'Арбузолитейный цех', 'x', 'boris@birch.example');
    await catchUp();
    expect((await ask(allOf(birch), 'арбузолитейного')).shown).toEqual([number]);
    expect((await ask(ownOf(birch), 'арбузолитейного')).shown).toEqual([]);
    expect((await ask(allOf(pine), 'арбузолитейного')).shown).toEqual([]);
  });

  it('a word that only others have is answered like one that nobody has: found, half, misspelled, on other keys', async () => {
    await register(pine, 'Заговорщицкий', 'заговорщицкий');
    await catchUp();
    expect((await ask(allOf(pine), 'заговорщицкого')).shown).toHaveLength(1);
    for (const typed of ['заговорщицкий', 'загов', 'зоговорщицкий', 'pfujdjhobwrbq'])
      expect(await ask(allOf(birch), typed)).toEqual({ shown: [], lookedFor: null, isNear: false });
  });

  it('others’ words stand in nobody’s way: how many there are changes no answer to half a word or a misspelled one', async () => {
    const number = await register(birch, 'Без слов', 'Зяблик ящурный');
    await catchUp();
    const asked = ['зябл', 'зяблек'];
    for (const typed of asked) expect((await ask(allOf(birch), typed)).shown).toEqual([number]);
    const letters = [...'абвгдежзик'];
    const likeIt = letters.flatMap((one) => letters.map((other) => `зябла${one}${other}ов`));
    await register(pine, 'Без слов', likeIt.join(' '));
    await catchUp();
    // As if six hundred words of others were one letter away.
    await opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-spellings',
        `insert into search_spelling (desk_id, cut, word) select $1, $2, 'aaa' || n from generate_series(1, 600) n`,
        [deskId, askedWord('зяблек')?.spelling ?? ''],
      ),
    );
    for (const typed of asked) expect((await ask(allOf(birch), typed)).shown).toEqual([number]);
  });

  it('the ticket’s own row decides: a document that says otherwise opens nothing', async () => {
    const number = await register(pine, 'Тайна сосны', 'x');
    await catchUp();
    await plant(number, OF_COMPANY + birch.companyId);
    const { numbers: met } = await opened.context.db.inDesk(deskId, (q) =>
      searchPortal({ q, deskId, sight: allOf(birch) }, 'тайны'),
    );
    expect(met).toEqual([number]);
    expect((await ask(allOf(birch), 'тайны')).shown).toEqual([]);
  });
});

describe('words that customers can’t read', () => {
  it.each([
    ['note', 'Канарейковский'],
    ['system', 'Попугаистость'],
  ])('of a %s lead staff to the ticket, and no customer', async (kind, canary) => {
    const number = await register(birch, 'Без слов', 'x');
    await said(number, kind, canary);
    await catchUp();
    const staff = await search(opened.context, { deskId, typed: canary, limit: 5, after: null });
    expect(staff.tickets.map((one) => one.number)).toEqual([number]);
    for (const typed of [canary, canary.slice(0, 8), canary.replace('а', 'о')])
      expect(await ask(allOf(birch), typed)).toEqual({ shown: [], lookedFor: null, isNear: false });
    // The control: were the word among the customers' own, all this would find it.
    await plant(number, formsOf(canary)[0] ?? '');
    expect((await ask(allOf(birch), canary)).shown).toEqual([number]);
  });

  it.each(['customer', 'objection', 'reply', 'information-request', 'resolution', 'refusal'])(
    'of a message that they read, a %s, lead them to it',
    async (kind) => {
      const number = await register(birch, 'Без слов', 'x');
      await said(number, kind, `дятловый-${kind}`);
      await catchUp();
      expect((await ask(allOf(birch), `дятловый-${kind}`)).shown).toContain(number);
    },
  );

  it('nor do address, telephone, tags and fields of a ticket', async () => {
    const number = await register(birch, 'Без слов', 'x');
    await opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-fields',
        `update ticket set fields = '{"serial": "вороновский"}' where desk_id = $1 and number = $2`,
        [deskId, number],
      ),
    );
    await catchUp();
    for (const typed of ['вороновский', birch.email, 'birch'])
      expect((await ask(allOf(birch), typed)).shown).toEqual([]);
  });
});

describe('a text that is erased', () => {
  it('leads nowhere any more', async () => {
    const number = await register(birch, 'Без слов', 'Снегирёвский');
    await catchUp();
    expect((await ask(allOf(birch), 'снегиревский')).shown).toEqual([number]);
    await opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-erase',
        `update message m set text = '' from ticket t where t.desk_id = $1 and t.number = $2 and m.desk_id = $1 and m.ticket_id = t.ticket_id`,
        [deskId, number],
      ),
    );
    await catchUp();
    expect((await ask(allOf(birch), 'снегиревский')).shown).toEqual([]);
  });
});
