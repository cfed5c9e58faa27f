import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { watchTime } from '../jobs/watch-time.ts';
import type { Opened } from '../open.ts';
import { keptConcerns } from '../store/queries/concerns.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { deskIdOf } from '../testing/test-desk.ts';
import { concernWords } from '../text/concern-words.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';
import { BadRegulation, type DesksSetUp, setUpDesks } from '../use-cases/set-up-desks.ts';

const centaur = readFileSync(new URL('../../../../regulations/centaur.yaml', import.meta.url), 'utf8');

let store: Opened;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store?.close());

/** The text with one place changed. */
const changed = (from: string, to: string, text = centaur): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

/** What a start does that finds this file for a desk. */
const startWith = async (source: string, slug = 'centaur'): Promise<DesksSetUp> => {
  const { db, now } = store.context;
  const calendars = calendarsOf(await db.everyDesk(calendarEditions));
  return setUpDesks(db, { desks: [{ slug, source, mailAddress: null }], calendars, now: now(), newId });
};

/** As a node sees it that has just started. */
const inForce = async () => {
  const shelf = createRegulationShelf(store.context.db, () => performance.now());
  return shelf.inForce(deskIdOf(store, 'centaur'), store.context.now());
};

const concerns = async () => {
  const deskId = deskIdOf(store, 'centaur');
  return store.context.db.inDesk(deskId, (q) => keptConcerns(q, deskId));
};

const wrong = changed('within: 4 working hours', 'within: 4 sunny hours');
const CONTRADICTION = ['stops: [resolution]', 'stops: [agreement]'] as const;
const contradicting = changed(...CONTRADICTION);

describe('a file that can’t be used', () => {
  it('with an error never becomes a version: the one in force stays, the administrators are told', async () => {
    const before = await inForce();
    const { refused, desks } = await startWith(wrong);
    expect(desks).toHaveLength(store.desks.length);
    expect(refused).toMatchObject([{ slug: 'centaur', findings: [{ code: 'bad-target' }] }]);
    expect((await inForce()).regulationVersionId).toBe(before.regulationVersionId);
    // A desk that runs goes on too.
    const { regulations, now } = store.context;
    const running = await regulations.inForce(deskIdOf(store, 'centaur'), now());
    expect(running.regulationVersionId).toBe(before.regulationVersionId);

    const [told] = await concerns();
    if (told === undefined) throw new Error('nobody is told');
    expect(told.key).toBe('regulation-refused');
    const words = concernWords(told.concern, before.regulation);
    expect(words.ru).toMatch(
      /не принят, действует прежний. Строка \d+, столбец \d+, bad-target: «4 sunny hours»/,
    );
    expect(words.en).toMatch(/Line \d+, column \d+, bad-target: "4 sunny hours"/);
  });

  it('is told of until it is mended, whatever else is looked at', async () => {
    await startWith(wrong);
    const desk = { deskId: deskIdOf(store, 'centaur'), slug: 'centaur' };
    await watchTime(store.context, { desks: [desk], say: () => undefined });
    expect((await concerns()).map(({ key }) => key)).toContain('regulation-refused');
    const { refused } = await startWith(centaur);
    expect(refused).toEqual([]);
    expect((await concerns()).map(({ key }) => key)).not.toContain('regulation-refused');
  });

  it('with a contradiction waits until somebody accepts that by name', async () => {
    const before = await inForce();
    const { refused } = await startWith(contradicting);
    expect(refused).toMatchObject([
      { findings: [{ code: 'clock-stops-at-start', level: 'contradiction', path: '/clocks/visit/stops' }] },
    ]);
    expect((await inForce()).regulationVersionId).toBe(before.regulationVersionId);

    const acceptance =
      'accepted:\n  - {finding: clock-stops-at-start, at: /clocks/visit/stops, because: проба, by: владелец, on: 2026-11-21}\n';
    const accepted = await startWith(`${contradicting}${acceptance}`);
    expect(accepted.refused).toEqual([]);
    const after = await inForce();
    expect(after.regulationVersionId).not.toBe(before.regulationVersionId);
    expect(after.regulation.clocks.find(({ id }) => id === 'visit')?.stops).toEqual(['agreement']);
    expect((await concerns()).map(({ key }) => key)).not.toContain('regulation-refused');
  });

  it('as the first of a desk is no start at all: nothing of it is made', async () => {
    await expect(startWith(wrong, 'newcomer')).rejects.toThrow(BadRegulation);
    await expect(startWith(wrong, 'newcomer')).rejects.toThrow(
      /regulation of newcomer, line \d+: bad-target "4 sunny hours"/,
    );
    const { desks } = await startWith(centaur);
    expect(desks.map(({ slug }) => slug)).not.toContain('newcomer');
  });
});
