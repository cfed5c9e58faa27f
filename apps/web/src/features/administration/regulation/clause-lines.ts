/** A clause of a regulation file: where it stands in the document and in the file. */
export interface ClauseLine {
  readonly id: string;
  readonly place: string;
  /** From 1. */
  readonly line: number;
}

/** The clauses that a regulation file names, in its order; found by the look of the file, which was checked before it was kept. */
export const clauseLines = (source: string): readonly ClauseLine[] => {
  const lines = source.split(/\r?\n/);
  const begin = lines.findIndex((line) => /^clauses:\s*(?:#.*)?$/.test(line));
  if (begin === -1) return [];
  const found: ClauseLine[] = [];
  for (let index = begin + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\S/.test(line) && !line.startsWith('#')) break;
    const id = /^ {2}(["']?)([\w.-]+)\1:/.exec(line)?.[2];
    if (id === undefined) continue;
    const near = [line, ...lines.slice(index + 1, index + 5)].join('\n');
    const place = /\bplace:\s*(["']?)([^"'\n,}]+)\1/.exec(near)?.[2]?.trim() ?? '';
    found.push({ id, place, line: index + 1 });
  }
  return found;
};
