// @ts-check
// Where Chromium and Dovecot are on this machine: setting, PATH, usual places, Playwright's own download.
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  join(homedir(), 'Applications/Chromium.app/Contents/MacOS/Chromium'),
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
];

const DOVECOT_PLACES = [
  '/usr/sbin/dovecot',
  '/usr/local/sbin/dovecot',
  '/opt/homebrew/sbin/dovecot',
  '/opt/local/sbin/dovecot',
];

/**
 * @returns {Promise<string | null>} path of a Chromium that can be started, or null
 * @throws {Error} when REGLAMENT_CHROMIUM names something that can't be started
 */
export async function findChromium() {
  return (
    fromSetting('REGLAMENT_CHROMIUM') ??
    fromPath(CHROMIUM_NAMES) ??
    CHROMIUM_PLACES.find(isProgram) ??
    (await fromPlaywright())
  );
}

/**
 * @returns {string | null} path of the Dovecot master program, or null
 * @throws {Error} when REGLAMENT_DOVECOT names something that can't be started
 */
export function findDovecot() {
  return fromSetting('REGLAMENT_DOVECOT') ?? fromPath(['dovecot']) ?? DOVECOT_PLACES.find(isProgram) ?? null;
}

/** @param {string} name */
function fromSetting(name) {
  const path = process.env[name];
  if (path === undefined || path === '') return null;
  if (!isProgram(path))
    throw new Error(`${name} is set to ${path}, which is not a program that can be started`);
  return path;
}

/** @param {readonly string[]} names */
export function fromPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (
    names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isProgram) ?? null
  );
}

async function fromPlaywright() {
  try {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    return isProgram(path) ? path : null;
  } catch {
    // No package installed, or a platform that Playwright has no browser for: the same as not found.
    return null;
  }
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
