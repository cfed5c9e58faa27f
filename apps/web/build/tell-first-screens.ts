import type { Plugin } from 'vite';
import { chunksOf } from './chunks-of-screens.ts';
import { firstScreens } from './first-screens.ts';

/** Writes down beside the built files which of them each first screen loads: the test that weighs them reads it. */
export const tellFirstScreens = (): Plugin => ({
  name: 'tell-first-screens',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const files = firstScreens.map((screen) => {
      const loaded = [...chunksOf(chunks, screen)].flatMap(({ fileName, viteMetadata }) => [
        fileName,
        ...(viteMetadata?.importedCss ?? []),
      ]);
      return [screen.name, [...new Set(loaded)].toSorted()];
    });
    this.emitFile({
      type: 'asset',
      fileName: 'first-screens.json',
      source: JSON.stringify(Object.fromEntries(files), null, 2),
    });
  },
});
