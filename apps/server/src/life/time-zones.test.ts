import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant, parseInstant, parseTimeZone, type Instant, type TimeZoneId } from '@reglament/working-time';
import type { Opened } from '../open.ts';
import { databaseOffsets } from '../store/queries/time-zones.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { checkTimeZones } from '../time-zones/check-time-zones.ts';
import { type Offsets, ourOffset } from '../time-zones/compare-offsets.ts';
import { systemZone } from '../time-zones/system-offsets.ts';

const zone = (name: string): TimeZoneId => {
  const parsed = parseTimeZone(name);
  if (parsed === null) throw new Error(`no zone ${name}`);
  return parsed;
};
const at = (text: string): Instant => parseInstant(text) ?? instant(0);

const now = at('2026-11-21T12:00:00Z');
const moscow = zone('Europe/Moscow');
const zones = ['Europe/Moscow', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'].map(
  zone,
);

let opened: Opened;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened?.close());

const ours: Offsets = (one, instants) => Promise.resolve(instants.map((t) => ourOffset(one, t)));
/** The database's data as they are, but for one change. */
const planted =
  (change: (offset: number, at: Instant) => number): Offsets =>
  async (one, instants) =>
    (await ours(one, instants)).map((offset, index) => change(offset ?? 0, instants[index] ?? instant(0)));

describe('time-zone data of process, database and system', () => {
  it('agree in the zones of the desks from 2010 to ten years ahead', async () => {
    const database: Offsets = (one, instants) => databaseOffsets(opened.context.db.plain, one, instants);
    expect(await checkTimeZones(zones, now, database)).toEqual([]);
  });

  it.each([
    [
      'of 2014 that never came',
      (offset: number, t: Instant) => (t >= at('2014-10-25T22:00:00Z') ? offset + 3_600_000 : offset),
      '2014-10-25T22:00:00Z',
    ],
    [
      'an hour later',
      (offset: number, t: Instant) => (t === at('2011-03-26T23:00:00Z') ? offset - 3_600_000 : offset),
      '2011-03-26T23:00:00Z',
    ],
    [
      'of a day to come',
      (offset: number, t: Instant) => (t >= at('2031-06-01T00:00:00Z') ? offset + 1000 : offset),
      '2031-06-01T00:00:00Z',
    ],
  ])('that disagree about a change %s are found, with zone and date', async (_what, change, first) => {
    const found = await checkTimeZones([moscow], now, planted(change), ours);
    expect(found).toMatchObject([{ zone: 'Europe/Moscow', source: 'database', at: at(first) }]);
    const inSystem = await checkTimeZones([moscow], now, ours, planted(change));
    expect(inSystem).toMatchObject([{ source: 'system', at: at(first) }]);
  });

  it('a zone that the database does not know is a disagreement and no failure', async () => {
    const unknown = 'Europe/Nowhere' as TimeZoneId;
    const offsets = await databaseOffsets(opened.context.db.plain, unknown, [now]);
    expect(offsets).toEqual([null]);
    expect(
      await checkTimeZones([moscow], now, async (_zone, asked) => asked.map(() => null), ours),
    ).toMatchObject([{ zone: moscow, theirs: null, at: at('2010-01-01T00:00:00Z') }]);
  });
});

describe('the system’s own files', () => {
  it.each([
    '2010-12-01T00:00:00Z',
    '2012-07-01T00:00:00Z',
    '2014-10-25T21:59:59Z',
    '2014-10-25T22:00:00Z',
    '2030-01-01T00:00:00Z',
  ])('are read as they are meant: Moscow at %s', async (text) => {
    const known = await systemZone(moscow);
    if (known !== null) expect(known.offsetAt(at(text))).toBe(ourOffset(moscow, at(text)));
  });

  it('that are missing, short or something else tell nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zones-'));
    expect(await systemZone(moscow, folder)).toBeNull();
    await writeFile(join(folder, 'UTC'), 'TZif2');
    expect(await systemZone('UTC' as TimeZoneId, folder)).toBeNull();
    await writeFile(join(folder, 'UTC'), 'no zone at all, but long enough for a header of forty-four bytes');
    expect(await systemZone('UTC' as TimeZoneId, folder)).toBeNull();
    expect(await systemZone('../UTC' as TimeZoneId, folder)).toBeNull();
    await rm(folder, { recursive: true });
  });
});
