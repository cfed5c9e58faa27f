import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../apps/web/dist/', import.meta.url));

/** JavaScript and CSS together, gzipped, in bytes. */
const budgets = [
  { screen: 'sign-in', maxBytes: 175_000 },
  { screen: 'portal', maxBytes: 180_000 },
  { screen: 'queue', maxBytes: 250_000 },
  { screen: 'ticket', maxBytes: 300_000 },
];
const MAX_FILES = 25;
/** The server sends smaller files as they are. */
const GZIPPED_FROM = 2048;

/** Which built files each first screen loads, as the build wrote it down. */
const loadedBy = (): Readonly<Record<string, readonly string[]>> => {
  const told = join(dist, 'first-screens.json');
  if (!existsSync(told)) throw new Error('the web application is not built: npm run build -w apps/web');
  return JSON.parse(readFileSync(told, 'utf8')) as Readonly<Record<string, readonly string[]>>;
};

const sent = (file: string): number => {
  const content = readFileSync(join(dist, file));
  return content.length < GZIPPED_FROM ? content.length : gzipSync(content).length;
};

describe.each(budgets)('first screen: $screen', ({ screen, maxBytes }) => {
  const files = (loadedBy()[screen] ?? [])
    .map((file) => ({ file, bytes: sent(file) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const listed = files.map(({ file, bytes }) => `${bytes} ${file}`).join('\n');

  it(`loads at most ${maxBytes / 1000} kB of JavaScript and CSS, gzipped`, () => {
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    expect(bytes).toBeGreaterThan(60_000);
    expect(bytes <= maxBytes ? '' : `${bytes}: ${listed}`).toBe('');
  });

  it(`loads at most ${MAX_FILES} files`, () => {
    expect(files.length).toBeGreaterThan(3);
    expect(files.length <= MAX_FILES ? '' : listed).toBe('');
  });

  it('names every file in the page, so that none waits for the code of another', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(files.map(({ file }) => file).filter((file) => !page.includes(basename(file)))).toEqual([]);
  });

  it('lies there compressed as far as it goes', () => {
    const texts = files.filter(({ bytes }) => bytes >= GZIPPED_FROM);
    for (const { file, bytes } of texts)
      expect([file, statSync(join(dist, `${file}.br`)).size < bytes]).toEqual([file, true]);
  });

  it('asks for what every screen needs as soon as the page is there', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const named = files.filter(({ file }) => page.includes(`"/${file}"`));
    expect(named.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/react-/),
        expect.stringMatching(/router-/),
        expect.stringMatching(/\.css$/),
      ]),
    );
  });
});
