import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../scripts/tools/find-programs.mjs';

// The browser must talk to nobody but the pages under test, and must start in a container and as root.
const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the Chromium that `npm test` found (REGLAMENT_CHROMIUM), or looks for one the same way.
 * The caller closes it.
 * @throws when the machine has no Chromium; `npm test` installs it
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error('No Chromium here. `npm test` installs one or says how to.');
  return chromium.launch({ executablePath, args: [...FLAGS], headless: true });
}
