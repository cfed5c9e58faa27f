// @ts-check
// Which sources something was built from. Imports Node only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Contents, not times: a checkout of another version and back costs no build.
 * @param {string} root
 * @param {readonly string[]} files relative to the root
 */
export function hashFiles(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {readonly string[]} sorted; none when there is no such folder
 */
export function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

/**
 * Tests are not built, so a changed one costs no build.
 * @param {string} root
 * @param {string} folder
 * @returns {readonly string[]} relative to the root, sorted
 */
export function sourcesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

/**
 * The sources of all packages.
 * @param {string} root
 */
export function packageFolders(root) {
  return namesIn(join(root, 'packages')).map((name) => join('packages', name, 'src'));
}
