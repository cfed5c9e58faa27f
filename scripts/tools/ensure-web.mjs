// @ts-check
// The built web application in step with its sources. Imports Node only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './ensure-modules.mjs';

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
  const stamp = hashSources(root);
  const built = existsSync(join(root, 'apps', 'web', 'dist', 'index.html'));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === stamp) return false;
  say('building the web application');
  runNpm(root, ['run', '--silent', 'build', '-w', 'apps/web']);
  writeFileSync(stampFile, `${stamp}\n`);
  return true;
}

/**
 * Contents, not times: a checkout of another version and back costs no build.
 * @param {string} root
 */
function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {readonly string[]} relative to the root
 */
function sourceFiles(root) {
  const packages = namesIn(join(root, 'packages')).map((name) => join('packages', name, 'src'));
  const folders = [join('apps', 'web', 'src'), join('apps', 'web', 'public'), ...packages];
  const single = namesIn(join(root, 'apps', 'web'))
    .filter((name) => /\.(html|json|[cm]?[jt]s)$/.test(name))
    .map((name) => join('apps', 'web', name));
  return ['package-lock.json', ...single, ...folders.flatMap((folder) => filesUnder(root, folder))];
}

/** @param {string} folder */
function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

/**
 * Tests are not built, so a changed one costs no build.
 * @param {string} root
 * @param {string} folder
 */
function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}
