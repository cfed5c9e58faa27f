import type { QueueTicket } from '@reglament/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../scenarios/browser.ts';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';

let desk: StillDesk;
let browser: Browser;
let one: TestPerson;
let other: TestPerson;
let all: readonly QueueTicket[];
let tagged: number;
let tagId: string;

const write = async (from: string, priority: string): Promise<number> => {
  const letter = letterFrom({ from, to: addressOf('optima'), text: `Приоритет: ${priority}\nНе работает` });
  return (await desk.receive('optima', letter)).number as number;
};

/** Tickets of two companies and a stranger, of each priority, with nobody, one and another engineer, some waiting, some late. */
beforeAll(async () => {
  desk = await openStillDesk('2025-02-04 10:00');
  for (const name of ['окна', 'двери'])
    await addCustomer(desk.opened, 'optima', {
      company: `ООО «${name}»`,
      email: `${name === 'окна' ? 'olga' : 'dmitri'}@customer.example`,
      name,
      packageId: '8x5x4',
    });
  one = await addStaff(desk.opened, 'optima', 'engineer', 'one@optima.example');
  other = await addStaff(desk.opened, 'optima', 'lead', 'other@optima.example');
  const hands = [null, staffHand(desk, 'optima', one), staffHand(desk, 'optima', other)];
  for (let index = 0; index < 12; index += 1) {
    const from = ['olga@customer.example', 'dmitri@customer.example', 'stranger@nowhere.example'][index % 3];
    const number = await write(from ?? '', String((index % 4) + 1));
    const hand = hands[index % hands.length];
    if (hand === null || hand === undefined) continue;
    await hand(number, { command: 'classify', type: 'incident', priority: String((index % 4) + 1) });
    await hand(number, { command: 'take' });
    if (index % 4 === 0)
      await hand(number, { command: 'request-information', text: 'Что на экране?', attachments: [] });
    if (index === 5) desk.at('2025-02-05 12:00');
  }
  browser = await openBrowser(desk, 'optima', one);
  all = await browser.queue({ view: 'open' });
  tagged = all[1]?.number ?? 0;
  tagId = desk.context.newId();
  const deskId = desk.desk('optima');
  await desk.rows(
    "insert into tag (desk_id, tag_id, name, tone, created_at) values ($1, $2, 'срочно', 'warn', now())",
    [deskId, tagId],
  );
  await desk.rows(
    'insert into ticket_tag (desk_id, ticket_id, tag_id, at, put_by) select desk_id, ticket_id, $2, now(), $4 from ticket where desk_id = $1 and number = $3',
    [deskId, tagId, tagged, one.personId],
  );
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

interface Drawn {
  readonly state?: readonly string[] | undefined;
  readonly priority?: readonly string[] | undefined;
  readonly assignee?: readonly string[] | undefined;
  readonly company?: string | undefined;
  readonly turn?: string | undefined;
  readonly late?: string | undefined;
  readonly tag?: readonly string[] | undefined;
}

/** The same by hand; what is about to be late is asked for by a test of its own. */
const matches = (t: QueueTicket, drawn: Drawn): boolean =>
  (drawn.state?.includes(t.state) ?? true) &&
  (drawn.priority?.includes(t.priority?.id ?? '') ?? true) &&
  (drawn.assignee?.some((who) =>
    who === 'none' ? t.assignee === null : t.assignee?.personId === (who === 'me' ? one.personId : who),
  ) ??
    true) &&
  (drawn.company === undefined || t.company?.companyId === drawn.company) &&
  (drawn.turn === undefined || (t.state === 'waiting-for-customer') === (drawn.turn === 'customer')) &&
  (drawn.late === undefined || (t.nextDue !== null && Date.parse(t.nextDue.dueAt) < desk.context.now())) &&
  (drawn.tag === undefined || t.number === tagged);

const numbers = (tickets: readonly QueueTicket[]): readonly number[] => tickets.map(({ number }) => number);
const asked = (drawn: Drawn): Record<string, string> =>
  Object.fromEntries(
    Object.entries(drawn).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : value.join(',')]],
    ),
  );

it('draws from tickets that differ', () => {
  expect(all).toHaveLength(12);
  const late = all.filter((t) => matches(t, { late: 'overdue' }));
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(12);
  expect(new Set(all.map(({ state }) => state)).size).toBe(3);
});

it('finds what a filter by hand finds, in the same order', async () => {
  const some = <T extends string>(...words: readonly T[]) =>
    fc.option(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }), { nil: undefined });
  const company = all.find(({ company: of }) => of !== null)?.company?.companyId ?? '';
  const filter = fc.record({
    state: some('new', 'in-progress', 'waiting-for-customer', 'closed'),
    priority: some('1', '2', '3', '4', 'нет'),
    assignee: some<string>('me', 'none', other.personId),
    company: fc.option(fc.constantFrom(company, desk.context.newId()), { nil: undefined }),
    turn: fc.option(fc.constantFrom('customer', 'us'), { nil: undefined }),
    late: fc.option(fc.constant('overdue'), { nil: undefined }),
    tag: fc.option(fc.constantFrom([tagId], [tagId, desk.context.newId()]), { nil: undefined, freq: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(filter, async (drawn) => {
      const found = await browser.queue({ view: 'open', ...asked(drawn) } as never);
      expect(numbers(found)).toEqual(numbers(all.filter((t) => matches(t, drawn))));
    }),
    { numRuns: 150 },
  );
});

it('pages through what it found, and a page of another filter is none of this one', async () => {
  const read = async (more: string) =>
    (await browser.get(`queue?view=open&turn=us&limit=2${more}`)) as {
      tickets: QueueTicket[];
      next: string | null;
    };
  const found: number[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page = await read(next === '' ? '' : `&cursor=${encodeURIComponent(next)}`);
    found.push(...numbers(page.tickets));
    if (next === '' && page.next !== null)
      await expect(
        browser.get(`queue?view=open&turn=customer&limit=2&cursor=${encodeURIComponent(page.next)}`),
      ).rejects.toThrow('400');
    next = page.next;
  }
  expect(found).toEqual(numbers(all.filter((t) => matches(t, { turn: 'us' }))));
});

it('counts "about to be late" by the hours of the deadline: Monday morning is near on Friday evening', async () => {
  desk.at('2025-02-07 17:00');
  await desk.rows(
    `update ticket set due_at = $2 where desk_id = $1 and state <> 'waiting-for-customer' and due_schedule is not null and not due_elapsed`,
    [desk.desk('optima'), '2025-02-10T08:00:00Z'],
  );
  const inOffice = (await browser.queue({ view: 'open' })).filter(
    ({ nextDue }) => nextDue?.schedule !== null && nextDue?.dueAt === '2025-02-10T08:00:00.000Z',
  );
  expect(inOffice.length).toBeGreaterThan(0);
  const soon = numbers(await browser.queue({ view: 'open', late: 'soon' }));
  expect(soon).toEqual(expect.arrayContaining([...numbers(inOffice)]));
  desk.at('2025-02-07 10:00');
  expect(numbers(await browser.queue({ view: 'open', late: 'soon' }))).not.toEqual(
    expect.arrayContaining([inOffice[0]?.number]),
  );
});

it.each([
  'state=',
  'state=broken',
  'assignee=somebody',
  'company=1',
  'late=yes',
  'turn=mine',
  'tag=x',
  `priority=${'9,'.repeat(60)}`,
])('refuses %s, which means nothing', async (query) => {
  await expect(browser.get(`queue?${query}`)).rejects.toThrow('422');
});
