// @ts-check
import { ensureModules } from './ensure-modules.mjs';
import { ensureServer } from './ensure-server.mjs';
import { ensureWeb } from './ensure-web.mjs';
import { runServer } from './run-server.mjs';

/**
 * What `npm start` does once Node.js is known to be new enough.
 *
 * @param {string} root the project's folder
 * @param {readonly string[]} args the server's own
 * @returns {Promise<number>} the exit code
 */
export async function startUp(root, args) {
  /** @param {string} line */
  const say = (line) => process.stderr.write(`${line}\n`);
  try {
    ensureModules(root, say);
    ensureWeb(root, say);
    return await runServer(root, await ensureServer(root, say), args);
  } catch (error) {
    say(`npm start stopped: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
