import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
let root: string;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** A server that shows what reaches it: signals become lines, SIGTERM ends it with code 7. */
const server = `
process.on('SIGINT', () => console.log('SIGINT'));
process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(7); });
setInterval(() => undefined, 1000);
console.log('up ' + process.pid + ' ' + process.argv.slice(2).join(' '));
`;

/** The web build of the small project counts its runs. */
const build = `
const fs = require('node:fs');
fs.mkdirSync('dist', { recursive: true });
fs.appendFileSync('dist/index.html', 'built\\n');
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reglament-start-'));
  cpSync(join(project, 'scripts', 'start.mjs'), join(root, 'scripts', 'start.mjs'));
  cpSync(join(project, 'scripts', 'tools'), join(root, 'scripts', 'tools'), { recursive: true });
  write('package.json', JSON.stringify({ name: 'small', version: '1.0.0', workspaces: ['apps/*'] }));
  write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: {} }));
  write('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
  symlinkSync(join(project, 'node_modules', 'esbuild'), join(root, 'node_modules', 'esbuild'));
  write('apps/server/package.json', JSON.stringify({ name: 's', version: '1.0.0', type: 'module' }));
  write('apps/server/src/main.ts', server);
  write(
    'apps/web/package.json',
    JSON.stringify({ name: 'w', version: '1.0.0', scripts: { build: 'node build.js' } }),
  );
  write('apps/web/build.js', build);
  write('apps/web/src/page.ts', 'export const page = 1;');
  write('packages/desk/src/rule.ts', 'export const rule = 1;');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly serverPid: number;
}

const start = async (...args: readonly string[]): Promise<Started> => {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.stdout === null) throw new Error('no output to read');
  const reader = createInterface(child.stdout);
  const lines: string[] = [];
  reader.on('line', (line) => lines.push(line));
  const [first] = (await once(reader, 'line')) as [string];
  return { child, lines, serverPid: Number(first.split(' ')[1]) };
};

const end = async ({ child }: Started): Promise<number | null> => {
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGTERM');
  const [code] = await exit;
  return code;
};

const lives = (pid: number): boolean => {
  // A killed child that nobody has reaped yet counts as ended.
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'latin1') : '';
  if (process.platform === 'linux') return stat !== '' && !/\) [ZX] /.test(stat);
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const builds = (): number =>
  readFileSync(join(root, 'apps/web/dist/index.html'), 'utf8').split('built').length - 1;

describe('npm start', () => {
  it('passes arguments and signals on, one Ctrl-C as one, and returns the exit code', async () => {
    const started = await start('--fast');
    expect(started.lines[0]).toMatch(/^up \d+ --fast$/);
    started.child.kill('SIGINT');
    await sleep(100);
    started.child.kill('SIGINT');
    await sleep(100);
    expect(await end(started)).toBe(7);
    expect(started.lines.slice(1)).toEqual(['SIGINT', 'SIGTERM']);
  });

  it('leaves no server behind when it is killed', async () => {
    const started = await start();
    const exit = once(started.child, 'exit');
    started.child.kill('SIGKILL');
    await exit;
    for (let waited = 0; waited < 100 && lives(started.serverPid); waited += 1) await sleep(50);
    expect(lives(started.serverPid)).toBe(false);
  });

  it('tells by its exit code that the server was killed', async () => {
    const started = await start();
    const exit = once(started.child, 'exit') as Promise<[number | null]>;
    process.kill(started.serverPid, 'SIGKILL');
    expect((await exit)[0]).toBe(137);
  });

  it('builds the web application once, and again when a source has changed', async () => {
    await end(await start());
    await end(await start());
    expect(builds()).toBe(1);
    write('apps/web/src/page.test.ts', 'changed tests are not built');
    await end(await start());
    expect(builds()).toBe(1);
    write('packages/desk/src/rule.ts', 'export const rule = 2;');
    await end(await start());
    expect(builds()).toBe(2);
    rmSync(join(root, 'apps/web/dist'), { recursive: true });
    await end(await start());
    expect(builds()).toBe(1);
  });

  it('builds the server anew when a source has changed, and a file finds its neighbours as if it were not built', async () => {
    await end(await start());
    write('apps/server/src/deep/where.ts', 'export const where: string = import.meta.url;');
    write(
      'apps/server/src/main.ts',
      `import { where } from './deep/where.ts';\n${server}console.log(where);`,
    );
    const started = await start();
    while (started.lines.length < 2) await sleep(10);
    expect(started.lines[1]).toBe(pathToFileURL(join(root, 'apps/server/src/deep/where.ts')).href);
    await end(started);
  });

  it('stops with npm’s own words when the build fails', async () => {
    write('apps/web/build.js', "console.error('no such page'); process.exit(1);");
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (chunk) => (words += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(words).toContain('no such page');
    expect(words).toContain('npm start stopped: npm run --silent build -w apps/web failed');
  });
});
