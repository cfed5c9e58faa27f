import { build, type InlineConfig, type Rolldown } from 'vite';
import { chunksOf, web } from './chunks-of-screens.ts';
import { firstScreens } from './first-screens.ts';

const draft = async (config: InlineConfig): Promise<readonly Rolldown.OutputChunk[]> => {
  const drafted = await build({
    ...config,
    root: web,
    configFile: false,
    logLevel: 'error',
    build: {
      ...config.build,
      write: false,
      minify: false,
      cssMinify: false,
      reportCompressedSize: false,
      // Would put what dialogs share into the page that they open on.
      rolldownOptions: { experimental: { chunkOptimization: false } },
    },
  });
  const outputs = Array.isArray(drafted) ? drafted : 'output' in drafted ? [drafted] : [];
  return outputs.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
};

/** Of words a browser loads one language, whatever the screen. */
const isWords = (id: string): boolean => /[\\/]src[\\/]i18n[\\/](ru|en)[-./\\]/.test(id);

interface Group {
  readonly name: string;
  readonly priority: number;
  readonly test: (id: string) => boolean;
}

/**
 * One file for the modules that the same first screens need, so that each of them loads few files and none of another's code.
 * A draft of the build says which modules are left of the libraries and which screen reaches them. What more screens need
 * goes first: whatever a module imports is needed wherever it is.
 */
export const groupByScreens = async (config: InlineConfig): Promise<readonly Group[]> => {
  const chunks = await draft(config);
  const needing = new Map<string, readonly string[]>();
  for (const screen of firstScreens)
    for (const { moduleIds } of chunksOf(chunks, screen))
      for (const id of moduleIds)
        if (!isWords(id)) needing.set(id, [...(needing.get(id) ?? []), screen.name]);
  const groups = new Map([...needing.values()].map((screens) => [screens.join('-'), screens.length]));
  return [...groups].map(([name, screens]) => ({
    name: screens === firstScreens.length ? 'start' : name,
    priority: 10 + screens,
    test: (id) => needing.get(id)?.join('-') === name,
  }));
};
