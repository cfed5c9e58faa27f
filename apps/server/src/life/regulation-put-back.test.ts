import { readFileSync } from 'node:fs';
import type { RegulationVersionId } from '@reglament/desk';
import { type Instant, parseInstant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { regulationVersions } from '../store/queries/desks.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { deskIdOf } from '../testing/test-desk.ts';
import { changeSentence } from '../text/regulation-change-words.ts';
import type { RegulationInForce } from '../use-cases/context.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';
import { setUpDesks } from '../use-cases/set-up-desks.ts';

const flat = readFileSync(new URL('../../../../regulations/flat.yaml', import.meta.url), 'utf8');

const WRITTEN = 'edition: {label: "1.4", date: 2023-01-01, in-force-from: 2023-01-01';
const HOUR_MS = 3_600_000;

/** The shipped text under another label, in force from another day. */
const edition = (label: string, from: string): string => {
  expect(flat).toContain(WRITTEN);
  return flat.replace(WRITTEN, `edition: {label: "${label}", date: 2023-01-01, in-force-from: ${from}`);
};

let store: Opened;
/** The time of the next start; the tests go through time one after another. */
let now: Instant;

beforeAll(async () => {
  store = await openTestStore();
  now = store.context.now();
});
afterAll(() => store?.close());

const later = (ms: number): Instant => (now = (now + ms) as Instant);

const at = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

/** What a start says that finds this text for the desk. */
const startWith = async (source: string): Promise<readonly string[]> => {
  const calendars = calendarsOf(await store.context.db.everyDesk(calendarEditions));
  const { changes, refused } = await setUpDesks(store.context.db, {
    desks: [{ slug: 'flat', source, mailAddress: null }],
    calendars,
    now,
    newId,
  });
  expect(refused).toEqual([]);
  return changes.map(changeSentence);
};

/** As a node sees it that has just started. */
const inForce = (time: Instant): Promise<RegulationInForce> =>
  createRegulationShelf(store.context.db, () => performance.now()).inForce(deskIdOf(store, 'flat'), time);

const labelAt = async (time: Instant): Promise<string> => (await inForce(time)).regulation.edition.label;

const count = async (): Promise<number> => {
  const deskId = deskIdOf(store, 'flat');
  return (await store.context.db.inDesk(deskId, (q) => regulationVersions(q, deskId))).length;
};

describe('a text put in the place of another', () => {
  it('comes into force now, also when its own date is earlier than that of the one before', async () => {
    const dated = edition('2.0', '2026-03-01');
    expect(await startWith(dated)).toEqual([expect.stringMatching(/^flat: edition 2\.0 in force from /)]);
    later(HOUR_MS);
    const before = now;
    expect(await startWith(edition('2.1', '2024-01-01'))).toEqual([
      expect.stringMatching(/^flat: edition 2\.1 in force from /),
    ]);
    expect(await labelAt(now)).toBe('2.1');
    expect(await labelAt((before - 1) as Instant)).toBe('2.0');
  });

  it('that was in force before comes back as a version of its own; what was registered keeps its version', async () => {
    const [first, second] = [edition('3.0', '2023-01-01'), edition('3.1', '2023-01-01')];
    later(HOUR_MS);
    await startWith(first);
    const registeredUnder = (await inForce(now)).regulationVersionId;
    later(HOUR_MS);
    await startWith(second);
    const between = (await inForce(now)).regulationVersionId;
    later(HOUR_MS);
    expect(await startWith(first)).toEqual([expect.stringMatching(/^flat: edition 3\.0 in force from /)]);
    const back = await inForce(now);
    expect(back.regulation.edition.label).toBe('3.0');
    expect(back.effectiveFrom).toBe(now);
    const shelf = createRegulationShelf(store.context.db, () => performance.now());
    const labelOf = async (version: RegulationVersionId): Promise<string> =>
      (await shelf.byVersion(deskIdOf(store, 'flat'), version)).regulation.edition.label;
    expect([await labelOf(registeredUnder), await labelOf(between)]).toEqual(['3.0', '3.1']);
    expect(new Set([registeredUnder, between, back.regulationVersionId]).size).toBe(3);
  });

  it('that is in force already changes nothing and says nothing, start after start', async () => {
    const text = edition('4.0', '2023-01-01');
    later(HOUR_MS);
    await startWith(text);
    const before = await count();
    later(HOUR_MS);
    expect(await startWith(text)).toEqual([]);
    expect(await count()).toBe(before);
  });
});

describe('a text of a later day', () => {
  const day = at('2031-02-01T00:00:00+03:00');

  it('waits for that day; each start says that it waits, none adds it twice', async () => {
    const text = edition('5.0', '2031-02-01');
    later(HOUR_MS);
    const before = await labelAt(now);
    expect(await startWith(text)).toEqual([
      'flat: edition 5.0 is planned, in force from 2031-02-01T00:00:00+03:00',
    ]);
    const kept = await count();
    later(HOUR_MS);
    expect(await startWith(text)).toHaveLength(1);
    expect(await count()).toBe(kept);
    expect(await labelAt(now)).toBe(before);
    expect([await labelAt((day - 1) as Instant), await labelAt(day)]).toEqual([before, '5.0']);
  });

  it('is withdrawn when the text in force is put back before it', async () => {
    const current = edition('6.0', '2023-01-01');
    later(HOUR_MS);
    await startWith(current);
    await startWith(edition('6.1', '2031-02-01'));
    expect(await labelAt(day)).toBe('6.1');
    later(HOUR_MS);
    expect(await startWith(current)).toEqual([
      'flat: edition 6.1, planned from 2031-02-01T00:00:00+03:00, is withdrawn',
    ]);
    expect([await labelAt(now), await labelAt(day)]).toEqual(['6.0', '6.0']);
    expect(await startWith(current)).toEqual([]);
  });

  it('planned after another leaves that one its days, and can be planned again once withdrawn', async () => {
    later(HOUR_MS);
    await startWith(edition('7.1', '2031-02-01'));
    const second = edition('7.2', '2031-06-01');
    expect(await startWith(second)).toEqual([expect.stringMatching(/7\.2 is planned/)]);
    const summer = at('2031-06-01T00:00:00+03:00');
    expect([await labelAt(day), await labelAt(summer)]).toEqual(['7.1', '7.2']);
    expect(await startWith(edition('7.1', '2031-02-01'))).toHaveLength(2);
    expect([await labelAt(day), await labelAt(summer)]).toEqual(['7.1', '7.1']);
    expect(await startWith(second)).toEqual([expect.stringMatching(/7\.2 is planned/)]);
    expect(await labelAt(summer)).toBe('7.2');
  });
});
