// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a document; the words around stay.
 *
 * @param {string} file
 * @param {string} name
 * @param {string} text
 * @throws {Error} when the document has no such section
 */
export function writeSection(file, name, text) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const document = readFileSync(file, 'utf8');
  const [start, end] = [document.indexOf(from), document.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`${file} has no section between ${from} and ${to}`);
  writeFileSync(file, `${document.slice(0, start + from.length)}\n${text.trim()}\n${document.slice(end)}`);
}
