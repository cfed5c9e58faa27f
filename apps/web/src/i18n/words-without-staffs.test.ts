import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shell } from './ru/shell.ts';
import { ru } from './ru.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(file, 'utf8');
const at = (from: string, path: string): string => normalize(join(dirname(from), path));
const staticImports = /^(?:import|export) (?!type)[^;]*?from '(\.[^']+)'/gm;
const lazyImports = /import\('(\.[^']+)'\)/g;
const found = (file: string, text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, path = '']) => at(file, path));

/** The parts of the router that lead to screens outside of a desk's workspace. */
const routesOutside = (router: string): string => {
  const blocks = read(router).split(/^(?=const \w+ = )/m);
  const parents = new Map(
    blocks.map((block) => [
      /^const (\w+)/.exec(block)?.[1],
      /getParentRoute: \(\) => (\w+)/.exec(block)?.[1],
    ]),
  );
  const isInside = (name: string | undefined): boolean =>
    name !== undefined && (name === 'deskRoute' || isInside(parents.get(name)));
  return blocks
    .filter((block) => !block.startsWith('const firstScreen') && !isInside(/^const (\w+)/.exec(block)?.[1]))
    .join('');
};

/** Every module that a browser may run without having opened a workspace. */
const modulesOutside = (): ReadonlySet<string> => {
  const router = join(source, 'router.tsx');
  const outside = routesOutside(router);
  const left = [join(source, 'main.tsx'), ...found(router, outside, lazyImports)];
  const seen = new Set<string>();
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file) || !existsSync(file) || !/\.tsx?$/.test(file) || file.includes('/i18n/')) continue;
    seen.add(file);
    const text = read(file);
    left.push(...found(file, text, staticImports));
    if (file !== router) left.push(...found(file, text, lazyImports));
  }
  return seen;
};

describe('screens outside of the workspace', () => {
  const modules = modulesOutside();
  const staffs = new Set(Object.keys(ru).filter((part) => !(part in shell)));

  it('are found', () => {
    const names = [...modules].map((file) => file.slice(source.length));
    expect(names).toEqual(
      expect.arrayContaining([
        'features/portal/portal-bell.tsx',
        'features/portal-tickets/ticket-page.tsx',
        'features/sign-in/sign-in-page.tsx',
        'ui/theme-menu.tsx',
      ]),
    );
    expect(names).not.toContain('features/queue/queue-page.tsx');
  });

  it('say nothing that only a workspace has loaded', () => {
    const missing = [...modules].flatMap((file) =>
      [...read(file).matchAll(/\bm\.(\w+)/g)]
        .filter(([, part = '']) => staffs.has(part))
        .map(([words]) => `${file.slice(source.length)}: ${words}`),
    );
    expect(missing).toEqual([]);
  });
});
