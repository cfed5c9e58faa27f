import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from '../product.ts';
import { facesOf, fitFaults, headFaults, stand, widen } from './look-over.ts';
import { DESK, layOutStage, type Person, type Stage } from './stage.ts';
import { type Stop, walkThrough } from './stops.ts';
import { type Language, strangeWords, wordsHeard } from './strange-words.ts';
import { type Walker, walkerFor } from './walker.ts';

// Every page of the product as the right person has it: by day and by night, wide and narrow, in both languages. Nobody is kept
// out, nothing jumps, sticks out or is cut, and no word was left in the other language. A route without a stop here fails.

/** What browsers call good is 0.1. */
const JUMP = 0.05;
/** Far above what a part takes: only a page that hangs runs into it. */
const LIMIT_MS = 480_000;

let stage: Stage;
beforeAll(async () => {
  stage = await layOutStage();
});
afterAll(() => stage.product.stop());

const parts = ['tickets', 'work', 'records', 'portal', 'outside', 'drawn'] as const;

/** Walkers of one language, one a person, made when first needed. */
const company = (language: Language) => {
  const walkers = new Map<Person | null, Promise<Walker>>();
  return {
    of: (who: Person | null): Promise<Walker> => {
      const known = walkers.get(who);
      if (known !== undefined) return known;
      const look = language === 'en' ? { viewport: PHONE } : {};
      const made = walkerFor(stage.product, language, who === null ? null : stage.people[who], look);
      walkers.set(who, made);
      return made;
    },
    goHome: async () => {
      for (const one of walkers.values()) await (await one).close();
    },
  };
};

interface Found {
  readonly title: string;
  readonly faults: readonly string[];
}

/** What a page may say because it was told so; pages of the server are told by the desk's own data. */
const dataOf = async (walker: Walker, stop: Stop, language: Language): Promise<ReadonlySet<string>> =>
  stop.route === null ? wordsHeard(stage.scene.told, language) : walker.data();

/** The title that a page has, and everything wrong with it before anybody touches it. */
const firstLook = async (walker: Walker, stop: Stop, language: Language): Promise<Found> => {
  const { page } = walker;
  const { score, what } = await walker.jumped();
  const faults = [
    ...(score > JUMP ? [`jumps by ${score.toFixed(3)}: ${what.join('; ')}`] : []),
    ...(await headFaults(page)),
    ...(await strangeWords(page, language, await dataOf(walker, stop, language))),
  ];
  if ((await page.evaluate(() => document.documentElement.lang)) !== language)
    faults.push(`is not in ${language}`);
  return { title: await page.title(), faults: [...faults, ...walker.complaints(stop.refused)] };
};

/** Whether Escape closes what lies above a page: the innermost first. */
const closes = async (page: Page): Promise<boolean> => {
  const layers = page.locator('[role="dialog"], [role="menu"]').filter({ visible: true });
  for (let tries = 0; tries < 3; tries += 1) {
    await page.keyboard.press('Escape');
    await stand(page);
    if ((await layers.count()) === 0) return true;
  }
  return false;
};

const layersOf = async (walker: Walker, stop: Stop): Promise<readonly string[]> => {
  const { page } = walker;
  const faults: string[] = [];
  for (const { name, open } of stop.layers ?? []) {
    await widen(page, 1440);
    await open(page);
    await walker.settle();
    const found = [...(await facesOf(page)), ...(await strangeWords(page, 'ru', await walker.data()))];
    await widen(page, 375);
    found.push(...(await facesOf(page)).map((fault) => `375: ${fault}`));
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    if (!(await closes(page))) faults.push(`${name}: Escape does not close it`);
  }
  return faults;
};

/** Russian, by day and by night, wide and narrow, with its dialogs. */
const inRussian = async (walker: Walker, stop: Stop): Promise<Found> => {
  await widen(walker.page, 1440);
  await walker.load(stop.path);
  const { title, faults } = await firstLook(walker, stop, 'ru');
  const found = [...faults, ...(await facesOf(walker.page))];
  await widen(walker.page, 375);
  await walker.settle();
  found.push(...(await facesOf(walker.page)).map((fault) => `375: ${fault}`));
  found.push(...(await layersOf(walker, stop)), ...walker.complaints(stop.refused));
  return { title, faults: found.map((fault) => `${stop.path}: ${fault}`) };
};

/** English, first on a phone. */
const inEnglish = async (walker: Walker, stop: Stop): Promise<Found> => {
  await widen(walker.page, 375);
  await walker.load(stop.path);
  const { title, faults } = await firstLook(walker, stop, 'en');
  const found = [...faults, ...(await fitFaults(walker.page)).map((fault) => `375: ${fault}`)];
  await widen(walker.page, 1440);
  await walker.settle();
  found.push(...(await fitFaults(walker.page)), ...walker.complaints(stop.refused));
  return { title, faults: found.map((fault) => `en ${stop.path}: ${fault}`) };
};

const walk = async (language: Language, stops: readonly Stop[]): Promise<readonly string[]> => {
  const walkers = company(language);
  const faults: string[] = [];
  const titles = new Map<string, Stop>();
  for (const stop of stops) {
    const walker = await walkers.of(stop.who);
    const found = await (language === 'ru' ? inRussian : inEnglish)(walker, stop);
    faults.push(...found.faults);
    const other = titles.get(found.title);
    if (other !== undefined && stop.isAgain !== true)
      faults.push(`${stop.path}: is called “${found.title}” as ${other.path} is`);
    titles.set(found.title, stop);
  }
  await walkers.goHome();
  return faults;
};

describe.concurrent('looked at by whom it is for', () => {
  it.each(parts)('%s in Russian', { timeout: LIMIT_MS }, async (part) => {
    expect(await walk('ru', walkThrough(stage.scene)[part])).toEqual([]);
  });
  it.each(parts)('%s in English', { timeout: LIMIT_MS }, async (part) => {
    expect(await walk('en', walkThrough(stage.scene)[part])).toEqual([]);
  });
});

it('no route is left out, nor a section of the administration', async () => {
  const walker = await walkerFor(stage.product, 'ru', stage.people.administrator);
  await walker.load(`/d/${DESK}/settings`);
  // Where the router shows itself to tools for developers: what the built product knows, not what a list of ours does.
  const routes = await walker.page.evaluate(() =>
    Object.keys((Reflect.get(globalThis, '__TSR_ROUTER__') as { routesByPath: object }).routesByPath),
  );
  const sections = await walker.page
    .locator('a[href*="/settings/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const bare = (path: string): string => (path === '/' ? path : path.replace(/\/$/u, ''));
  const stops = Object.values(walkThrough(stage.scene)).flat();
  const seen = new Set(stops.flatMap(({ route, path }) => [route, path]));
  expect(routes.length).toBeGreaterThan(30);
  expect(sections.length).toBeGreaterThan(5);
  expect([...new Set([...routes.map(bare), ...sections])].filter((route) => !seen.has(route))).toEqual([]);
  await walker.close();
});

it('control: what is pale, nameless, cut, too wide, strange, twice there or jumps is found', async () => {
  const walker = await walkerFor(stage.product, 'ru', null);
  const { page } = walker;
  await widen(page, 375);
  await walker.load('/sign-in');
  const told = await walker.data();
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML(
      'afterbegin',
      `<h1>Ещё</h1><div style="height:300px"></div><p style="color:#bbb;background:#fff">бледно</p><button></button>
       <p style="width:60px;overflow:hidden;white-space:nowrap">обрезано посередине</p>
       <div style="width:600px">широко</div><p>Save изменения</p>`,
    );
  });
  await stand(page);
  expect((await walker.jumped()).score).toBeGreaterThan(JUMP);
  const faults = [
    ...(await facesOf(page)),
    ...(await headFaults(page)),
    ...(await strangeWords(page, 'ru', told)),
    ...(await strangeWords(page, 'en', told)),
  ].join('\n');
  for (const expected of [
    'color-contrast',
    'dark: color-contrast',
    'button-name',
    'cut: <p',
    'the page is',
    '2 headings',
    'not in ru: “Save”',
    'not in en: “изменения”',
  ])
    expect(faults).toContain(expected);
  await walker.close();
});

it('nothing of all this was a surprise', () => {
  expect(stage.product.watch).toEqual({ faults: [], foreign: [], executed: [] });
  expect(stage.product.server.errors).toEqual([]);
});
