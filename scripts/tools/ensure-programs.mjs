// @ts-check
// The programs that the tests can't do without: a real Chromium and a real Dovecot.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianRights, installDebianPackages } from './debian-packages.mjs';
import { findChromium, findDovecot, fromPath } from './find-programs.mjs';

/**
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 * @returns {Promise<{ chromium: string, dovecot: string }>}
 * @throws {Error} with the one command to type, when something is missing that we must not install ourselves
 */
export async function ensurePrograms(root, say) {
  const rights = debianRights();
  const packages = await missingPackages(rights);
  if (packages.length > 0) installDebianPackages(packages, say);

  const dovecot = findDovecot();
  if (dovecot === null)
    throw new Error(`Dovecot is needed for the mail tests. Type:\n\n    ${dovecotCommand()}\n`);

  const chromium = (await findChromium()) ?? (await downloadChromium(root, say));
  say(`chromium: ${chromium}`);
  say(`dovecot: ${dovecot}`);
  return { chromium, dovecot };
}

/** @param {{ aptGet: boolean, chromiumIsADebianPackage: boolean }} rights */
async function missingPackages(rights) {
  const packages = [];
  if (rights.chromiumIsADebianPackage && (await findChromium()) === null) packages.push('chromium');
  if (rights.aptGet && findDovecot() === null) packages.push('dovecot-core', 'dovecot-imapd');
  if (rights.aptGet && !hasCyrillicFont()) packages.push('fonts-dejavu-core');
  return packages;
}

function dovecotCommand() {
  if (process.platform === 'darwin') return 'brew install dovecot';
  if (fromPath(['apt-get']) !== null) return 'sudo apt-get install --no-install-recommends dovecot-imapd';
  if (fromPath(['dnf']) !== null) return 'sudo dnf install dovecot';
  if (fromPath(['pacman']) !== null) return 'sudo pacman -S dovecot';
  if (fromPath(['apk']) !== null) return 'sudo apk add dovecot';
  return 'export REGLAMENT_DOVECOT=/path/to/dovecot';
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
async function downloadChromium(root, say) {
  say("downloading Playwright's Chromium: npx playwright-core install chromium");
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const done = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const path = done.status === 0 ? await findChromium() : null;
  if (path === null) {
    throw new Error(
      'Chromium is needed for the browser tests. Type:\n\n    npx playwright-core install chromium\n',
    );
  }
  return path;
}

/** Without one, screenshots in Russian show boxes. Only Linux can be without. */
function hasCyrillicFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=ru', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  const fonts = ['/usr/share/fonts', '/usr/local/share/fonts'].flatMap(filesBelow);
  return fonts.some((file) => /dejavu|liberation|noto|roboto|ptsans/i.test(file));
}

/** @param {string} folder */
function filesBelow(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
