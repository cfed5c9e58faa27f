import { endpoints } from '@reglament/contract';
import { compileSchedule, type Instant, parseInstant, type TimeZoneId } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../open.ts';
import { keptConcerns } from '../store/queries/concerns.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';
import type { Context } from '../use-cases/context.ts';
import { type Offsets, ourOffset } from '../time-zones/compare-offsets.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { signedIn, startTestServer, type Visitor } from '../testing/start-test-server.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';
import { watchTime } from '../jobs/watch-time.ts';

let store: Opened;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store?.close());

const neverOpen = compileSchedule({ zone: 'Europe/Moscow' as TimeZoneId, week: {}, exceptions: {} });

const ours: Offsets = (zone, instants) => Promise.resolve(instants.map((at) => ourOffset(zone, at)));
const wrong: Offsets = async (zone, instants) =>
  (await ours(zone, instants)).map((offset, index) =>
    (instants[index] ?? 0) >= Date.UTC(2014, 9, 25, 22) ? (offset ?? 0) + 3_600_000 : offset,
  );

/** What a round says, and what it leaves at the desk of Centaur. */
const round = async (
  today: string,
  offsets: Offsets,
  change: (context: Context) => Context = (context) => context,
  opened: Opened = store,
): Promise<{ readonly said: readonly string[]; readonly keys: readonly string[] }> => {
  const said: string[] = [];
  const context = change({ ...opened.context, now: () => parseInstant(`${today}T12:00:00Z`) as Instant });
  const desk = { deskId: deskIdOf(opened, 'centaur'), slug: 'centaur' };
  await watchTime(context, { desks: [desk], say: (line) => said.push(line), offsets });
  const kept = await opened.context.db.inDesk(desk.deskId, (q) => keptConcerns(q, desk.deskId));
  return { said, keys: kept.map(({ key }) => key) };
};

describe('the time that a desk counts in', () => {
  it('is without concern today, by the database’s own data too', async () => {
    const said: string[] = [];
    await watchTime(store.context, { desks: store.desks, say: (line) => said.push(line) });
    expect(said.filter((line) => line.includes('Time-zone'))).toEqual([]);
  });

  it('is told once when time-zone data disagree, with zone and date, until they agree again', async () => {
    const first = await round('2026-06-01', wrong);
    expect(first.keys).toEqual(['time-zone-data:database:Europe/Moscow']);
    expect(first.said).toHaveLength(1);
    expect(first.said[0]).toMatch(
      /^centaur: .*Europe\/Moscow, 2014-10-25: the server has UTC\+3, the database UTC\+4/,
    );
    expect((await round('2026-06-02', wrong)).said).toEqual([]);
    expect(await round('2026-06-03', ours)).toEqual({ said: [], keys: [] });
  });

  it.each([
    ['2027-10-31', []],
    ['2027-11-01', ['calendar-year:ru:2028']],
    ['2028-01-10', ['calendar-year:ru:2028']],
    ['2028-11-01', ['calendar-year:ru:2028', 'calendar-year:ru:2029']],
  ])('lacks a calendar’s year on %s: %j', async (today, keys) => {
    const { said } = await round(today, ours);
    const after = await round(today, ours);
    expect(after.keys).toEqual(keys);
    expect(said.length).toBeLessThanOrEqual(keys.length);
  });

  it('is told when a schedule never opens again', async () => {
    const shelf = createRegulationShelf(store.context.db, () => performance.now());
    const closed = (context: Context): Context => ({
      ...context,
      regulations: {
        ...shelf,
        inForce: async (deskId, at) => {
          const known = await shelf.inForce(deskId, at);
          const never = known.calendars.get('office');
          if (never === undefined) throw new Error('no office hours');
          return { ...known, calendars: new Map([...known.calendars, ['office', neverOpen]]) };
        },
      },
    });
    expect((await round('2026-06-01', ours, closed)).keys).toEqual(['never-opens:office']);
    expect((await round('2026-06-01', ours)).keys).toEqual([]);
  });

  it('is a matter of administrators: they are told in the workspace, others are not', async () => {
    const server = await startTestServer();
    const { opened } = server;
    const [administrator, engineer] = await Promise.all(
      ['administrator', 'engineer'].map(async (role) =>
        signedIn(server, await addStaff(opened, 'centaur', role, `${role}@watch.example`)),
      ),
    );
    const concernsFor = async (person: Visitor | undefined): Promise<unknown> =>
      (await person?.call(endpoints.getNotifications, { params: { desk: 'centaur' } }))?.concerns;
    // The server's own first round may come in between and find nothing wrong today.
    await vi.waitFor(async () => {
      await round('2027-11-01', ours, (context) => context, opened);
      expect(await concernsFor(administrator)).toMatchObject([
        { key: 'calendar-year:ru:2028', says: { ru: expect.stringContaining('нет 2028 года') as string } },
      ]);
      expect(await concernsFor(engineer)).toEqual([]);
    }, 20_000);
    await server.stop();
  });
});
