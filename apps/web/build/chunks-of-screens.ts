import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import type { FirstScreen } from './first-screens.ts';

export const web = fileURLToPath(new URL('../', import.meta.url));

type Chunk = Rolldown.OutputChunk;

const chunkWith = (chunks: readonly Chunk[], module: string): Chunk => {
  const found = chunks.find(({ moduleIds }) => moduleIds.includes(`${web}${module}`));
  if (found === undefined) throw new Error(`a first screen opens ${module}, which is not built`);
  return found;
};

/** The files that run before a screen is there: the entry, what the screen opens, and all that these import. */
export const chunksOf = (chunks: readonly Chunk[], { opens }: FirstScreen): ReadonlySet<Chunk> => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set<Chunk>();
  const left = [
    ...chunks.filter(({ isEntry }) => isEntry),
    ...opens.map((module) => chunkWith(chunks, module)),
  ];
  for (let chunk = left.pop(); chunk !== undefined; chunk = left.pop()) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    left.push(...chunk.imports.flatMap((name) => byName.get(name) ?? []));
  }
  return seen;
};
