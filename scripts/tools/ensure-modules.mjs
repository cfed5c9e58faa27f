// @ts-check
// Installed packages in step with package-lock.json. Runs before anything is installed, so it imports Node only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs `npm ci` when node_modules is missing or was installed from another package-lock.json.
 * The hash of the lock that was installed is kept in node_modules/.reglament-lock.
 *
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 * @returns {boolean} true when something was installed
 * @throws {Error} when npm fails; its own output has already been shown on stderr
 */
export function ensureModules(root, say) {
  const modules = join(root, 'node_modules');
  const stampFile = join(modules, '.reglament-lock');
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === stamp) return false;

  const installed = installedLock(modules);
  const inStep = installed !== null && sameInstallation(JSON.parse(lock.toString('utf8')), installed);
  if (!inStep) {
    say('installing packages: npm ci');
    runNpm(root, ['ci', '--include=dev']);
  }
  writeFileSync(stampFile, `${stamp}\n`);
  return !inStep;
}

/**
 * Runs npm with its output on our stderr, so that our stdout stays ours.
 *
 * @param {string} root
 * @param {readonly string[]} args
 * @throws {Error} on a non-zero exit
 */
export function runNpm(root, args) {
  const own = process.env['npm_execpath'];
  const viaNode = own !== undefined && own.endsWith('.js') && own.includes('npm');
  const command = viaNode ? process.execPath : 'npm';
  const done = spawnSync(command, viaNode ? [own, ...args] : args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    // npm is a .cmd file on Windows, and those start through the shell only.
    shell: !viaNode && process.platform === 'win32',
  });
  if (done.error) throw new Error(`npm did not start: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')} failed (exit code ${done.status})`);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/**
 * npm's own record of what it put into node_modules.
 * @param {string} modules
 * @returns {Lock | null}
 */
function installedLock(modules) {
  const file = join(modules, '.package-lock.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * After `npm install` the packages are right although our stamp is old: reinstalling all of them would be a waste.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
function sameInstallation(wanted, installed) {
  const there = installed.packages;
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (!path.includes('node_modules/')) continue;
    const found = there[path];
    if (found === undefined && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (found === undefined) return false;
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return Object.keys(there).every((path) => !path.includes('node_modules/') || path in wanted.packages);
}
