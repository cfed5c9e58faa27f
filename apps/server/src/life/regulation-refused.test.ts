import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@reglament/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { newId } from '../ids.ts';
import { watchTime } from '../jobs/watch-time.ts';
import { open, type Opened } from '../open.ts';
import { readRegulationFiles } from '../regulation-files.ts';
import { setUpDemo } from '../set-up-demo.ts';
import { keptConcerns } from '../store/queries/concerns.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres-cluster.ts';
import { signedIn, startTestServer } from '../testing/start-test-server.ts';
import { deskSlugs } from '../testing/still-desk.ts';
import { addStaff, deskIdOf } from '../testing/test-desk.ts';
import { concernWords } from '../text/concern-words.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';
import { BadRegulation, type DesksSetUp, refusalSentence, setUpDesks } from '../use-cases/set-up-desks.ts';
import { TEST_SECRET_KEY } from '../testing/test-secret-key.ts';

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
const startWith = (source: string): Promise<DesksSetUp> => start([['centaur', source]]);

const start = async (files: readonly (readonly [slug: string, source: string])[]): Promise<DesksSetUp> => {
  const { db, now } = store.context;
  const calendars = calendarsOf(await db.everyDesk(calendarEditions));
  const desks = files.map(([slug, source]) => ({ slug, source, mailAddress: null }));
  return setUpDesks(db, { desks, calendars, now: now(), newId });
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

  it('as the first of a desk makes none: the others go on, their administrators are told until it is mended', async () => {
    const told = async (): Promise<readonly string[]> =>
      (await concerns()).map(({ concern }) => concernWords(concern, { schedules: [] }).ru);
    const { desks, refused } = await start([
      ['centaur', centaur],
      ['newcomer', wrong],
    ]);
    expect(desks.map(({ slug }) => slug)).toEqual(store.desks.map(({ slug }) => slug));
    expect(refused.map(refusalSentence)).toEqual([
      expect.stringMatching(/^regulation of newcomer, line \d+: bad-target "4 sunny hours"/),
    ]);
    expect(await told()).toContainEqual(
      expect.stringMatching(/^Регламент newcomer\.yaml не принят, службы по нему нет\. Строка \d+/),
    );
    await start([['centaur', centaur]]);
    expect((await told()).join('\n')).not.toContain('newcomer');
  });
});

describe('the whole server', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reglament-regulations-'));
    for (const { slug, source } of await readRegulationFiles())
      await writeFile(join(folder, `${slug}.yaml`), source);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('starts with a wrong new file, a wrong changed one and one that is no file; the administrator sees why', async () => {
    await writeFile(join(folder, 'newcomer.yaml'), wrong);
    await writeFile(join(folder, 'centaur.yaml'), wrong);
    await writeFile(join(folder, 'My desk.yaml'), centaur);
    await mkdir(join(folder, 'directory.yaml'));
    const server = await startTestServer({ databaseUrl: store.databaseUrl, regulationsDir: folder });
    try {
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      expect(server.opened.desks.map(({ slug }) => slug).toSorted()).toEqual([...deskSlugs]);
      const person = await addStaff(server.opened, 'optima', 'administrator', 'admin@optima.example');
      const { concerns: seen } = await (
        await signedIn(server, person)
      ).call(endpoints.getNotifications, {
        params: { desk: 'optima' },
      });
      expect(seen.map(({ says }) => says.ru).join('\n')).toMatch(/newcomer\.yaml не принят/);
      expect(server.errors).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});

describe('a first start', () => {
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await createTestDatabase(inject('adminUrl'));
    folder = await mkdtemp(join(tmpdir(), 'reglament-regulations-'));
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const openHere = (say: (line: string) => void): Promise<Opened> =>
    open(
      {
        port: 0,
        host: '127.0.0.1',
        dataDir: '',
        secretKey: TEST_SECRET_KEY,
        databaseUrl: database.url,
        baseUrl: 'http://127.0.0.1',
        demo: true,
        trustProxy: false,
        mail: {},
        relaxedDatabase: true,
        regulationsDir: folder,
      },
      {
        say,
        onError: (error) => {
          throw error;
        },
      },
    );

  it('with one sound file makes its desk and the demo of it, and says what is left out', async () => {
    await writeFile(join(folder, 'centaur.yaml'), changed('calendar: ru #', 'calendar: ours #'));
    await mkdir(join(folder, 'calendars'));
    const calendar = await readFile(
      new URL('../../../../regulations/calendars/ru.json', import.meta.url),
      'utf8',
    );
    await writeFile(join(folder, 'calendars', 'ours.json'), changed('"id": "ru"', '"id": "ours"', calendar));
    await writeFile(join(folder, 'newcomer.yaml'), wrong);
    await writeFile(join(folder, 'My desk.yaml'), centaur);
    const said: string[] = [];
    const opened = await openHere((line) => said.push(line));
    try {
      await setUpDemo(opened, 'http://127.0.0.1', (line) => said.push(line));
      expect(opened.desks.map(({ slug }) => slug)).toEqual(['centaur']);
      expect(said.join('\n')).toMatch(/^Left out: My desk\.yaml: /m);
      expect(said.join('\n')).toMatch(
        /^Refused, no desk is made: regulation of newcomer, line \d+: bad-target/m,
      );
      expect(said.join('\n')).toMatch(/^centaur: edition \S+ in force from 2/m);
    } finally {
      await opened.close();
    }
  });

  it('with nothing usable is no start: it says why', async () => {
    await writeFile(join(folder, 'newcomer.yaml'), wrong);
    await expect(openHere(() => undefined)).rejects.toThrow(BadRegulation);
    await expect(openHere(() => undefined)).rejects.toThrow(
      /regulation of newcomer, line \d+: bad-target "4 sunny hours"/,
    );
  });
});
