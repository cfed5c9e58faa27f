import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { letterFrom } from '../testing/letters/letter-from.ts';
import { addressOf, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { openSupportBrowser, type SupportBrowser } from '../testing/support-browser.ts';
import { supportCustomer } from '../testing/support-customer.ts';
import { addStaff } from '../testing/test-desk.ts';
import { forget } from './forget.ts';

const DAY_MS = 86_400_000;

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

const known = async (): Promise<readonly string[]> =>
  (
    await still.rows<{ email: string }>('select email from contact where email is not null order by email')
  ).map(({ email }) => email);
const asksForLink = (email: string) => browser.send('/c/shtrih-m', '/c/shtrih-m/link', { email });

it('an address that somebody typed into a form is forgotten with the form; who wrote, asked sales or is a customer’s stays', async () => {
  const { email: customer } = await supportCustomer(still, 'shtrih-m', 'free');
  for (const email of ['typed@far.example', 'asked@far.example', customer]) await asksForLink(email);
  await still.receive(
    'shtrih-m',
    letterFrom({ from: 'wrote@far.example', to: addressOf('shtrih-m'), subject: 'x', text: 'Не работает' }),
  );
  await browser.send('/c/shtrih-m/buy', '/c/shtrih-m/buy', {
    text: 'Сколько стоит?',
    topic: 'support',
    company: 'Тополь',
    inn: '',
    kpp: '',
    name: 'Анна',
    email: 'asked@far.example',
    phone: '',
    key: still.context.newId(),
  });
  // Letters that are owed go out before anything is forgotten.
  await browser.letters(customer);
  await still.rows('delete from outbox where contact_id is not null');
  still.pass(29 * DAY_MS);
  await forget(still.context);
  expect(await known()).toContain('typed@far.example');
  still.pass(2 * DAY_MS);
  await forget(still.context);
  expect(await known()).toEqual(['asked@far.example', customer, 'wrote@far.example'].toSorted());
  // Whoever comes back is somebody new.
  await asksForLink('typed@far.example');
  expect(await known()).toContain('typed@far.example');
});

it('what somebody was writing is forgotten when they did not come back to it for a quarter', async () => {
  const { personId } = await addStaff(still.opened, 'shtrih-m', 'engineer', 'anna@forget.example');
  await still.rows(
    `insert into draft (desk_id, person_id, side, about, text, rest, revision, saved_at)
     select desk_id, $1, 'staff', 'new.form', 'x', '', $2, to_timestamp($3::double precision / 1000) from desk limit 1`,
    [personId, still.context.newId(), still.context.now()],
  );
  const kept = () => still.rows('select about from draft');
  still.pass(89 * DAY_MS);
  await forget(still.context);
  expect(await kept()).toHaveLength(1);
  still.pass(2 * DAY_MS);
  await forget(still.context);
  expect(await kept()).toEqual([]);
});
