// @ts-check
// The built web application in step with its sources. Imports Node only.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './ensure-modules.mjs';
import { hashFiles, namesIn, packageFolders, sourcesUnder } from './hash-files.mjs';

/**
 * Builds apps/web when its dist is missing or was built from other sources. The hash of what was built is kept in
 * node_modules, so that it goes with the libraries that were built in.
 *
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 * @returns {boolean} true when something was built
 * @throws {Error} when the build fails; its own output has already been shown on stderr
 */
export function ensureWeb(root, say) {
  const stampFile = join(root, 'node_modules', '.reglament-web');
  const stamp = hashFiles(root, sourceFiles(root));
  const built = existsSync(join(root, 'apps', 'web', 'dist', 'index.html'));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === stamp) return false;
  say('building the web application');
  runNpm(root, ['run', '--silent', 'build', '-w', 'apps/web']);
  writeFileSync(stampFile, `${stamp}\n`);
  return true;
}

/**
 * @param {string} root
 * @returns {readonly string[]} relative to the root
 */
function sourceFiles(root) {
  const folders = [
    ...['src', 'build', 'public'].map((name) => join('apps', 'web', name)),
    ...packageFolders(root),
  ];
  const single = namesIn(join(root, 'apps', 'web'))
    .filter((name) => /\.(html|json|[cm]?[jt]s)$/.test(name))
    .map((name) => join('apps', 'web', name));
  return ['package-lock.json', ...single, ...folders.flatMap((folder) => sourcesUnder(root, folder))];
}
