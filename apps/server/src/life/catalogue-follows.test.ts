import { readFileSync } from 'node:fs';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { catalogueRows } from '../store/queries/products.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { deskIdOf } from '../testing/test-desk.ts';
import { setUpDesks } from '../use-cases/set-up-desks.ts';

const text = readFileSync(new URL('../../../../regulations/flat.yaml', import.meta.url), 'utf8');
const HOUR_MS = 3_600_000;

let store: Opened;
let now: Instant;

beforeAll(async () => {
  store = await openTestStore();
  now = store.context.now();
});
afterAll(() => store?.close());

/** The shipped text with these products, its day being `from`. */
const naming = (products: string, from = '2023-01-01'): string => {
  const said = text
    .replace('products: [ФЛАТ]', `products: [${products}]`)
    .replace('in-force-from: 2023-01-01', `in-force-from: ${from}`);
  expect(said).toContain(`products: [${products}]`);
  return said;
};

const startWith = async (source: string): Promise<void> => {
  now = (now + HOUR_MS) as Instant;
  const calendars = calendarsOf(await store.context.db.everyDesk(calendarEditions));
  const { refused } = await setUpDesks(store.context.db, {
    desks: [{ slug: 'flat', source, mailAddress: null }],
    calendars,
    now,
    newId,
  });
  expect(refused).toEqual([]);
};

const catalogue = async (): Promise<Readonly<Record<string, 'there' | 'retired'>>> => {
  const deskId = deskIdOf(store, 'flat');
  const rows = await store.context.db.inDesk(deskId, (q) => catalogueRows(q, deskId));
  return Object.fromEntries(rows.map(({ name, retired }) => [name, retired ? 'retired' : 'there']));
};

const forgetProducts = async (): Promise<void> => {
  const deskId = deskIdOf(store, 'flat');
  await store.context.db.inDesk(deskId, (q) => q.query('test-forget', 'delete from product where true'));
};

describe('the catalogue follows the regulation', () => {
  it('has what the first text names', async () => {
    expect(await catalogue()).toEqual({ ФЛАТ: 'there' });
  });

  it('of a desk from before there was a catalogue is filled at the next start', async () => {
    await forgetProducts();
    await startWith(text);
    expect(await catalogue()).toEqual({ ФЛАТ: 'there' });
  });

  it('gets what a new text names, retires what it does not, and brings it back', async () => {
    await startWith(naming('ФЛАТ Клиент, ФЛАТ Сервер'));
    expect(await catalogue()).toEqual({
      'ФЛАТ Клиент': 'there',
      'ФЛАТ Сервер': 'there',
      ФЛАТ: 'retired',
    });
    await startWith(text);
    expect(await catalogue()).toEqual({
      ФЛАТ: 'there',
      'ФЛАТ Клиент': 'retired',
      'ФЛАТ Сервер': 'retired',
    });
  });

  it('gets the products of a text that waits for its day, and retires nothing before', async () => {
    await startWith(naming('ФЛАТ Завтра', '2099-01-01'));
    expect(await catalogue()).toMatchObject({ ФЛАТ: 'there', 'ФЛАТ Завтра': 'there' });
  });
});
