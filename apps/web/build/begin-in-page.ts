import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { chunksOf } from './chunks-of-screens.ts';
import { type FirstScreen, firstScreens } from './first-screens.ts';

const script = fileURLToPath(new URL('../src/begin/begin-page.ts', import.meta.url));
const languages = ['ru', 'en'] as const;

/** What a screen opens for somebody who reads it in a language. */
const spoken = ({ name, opens }: FirstScreen, language: string): FirstScreen => ({
  name,
  opens: opens.map((module) => module.replace('src/i18n/ru', `src/i18n/${language}`)),
});

interface FirstFiles {
  /** Without their folder. */
  readonly names: readonly string[];
  /** Which of them, by screen and language. */
  readonly of: Readonly<Record<string, readonly number[]>>;
}

/** The files of each first screen in each language that the page does not name itself. */
const filesIn = (html: string, bundle: Rolldown.OutputBundle): FirstFiles => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const names: string[] = [];
  const numberOf = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const filesOf = (screen: FirstScreen): readonly number[] => {
    const files = [...chunksOf(chunks, screen)].flatMap(({ fileName, viteMetadata }) => [
      ...(viteMetadata?.importedCss ?? []),
      fileName,
    ]);
    const unnamed = [...new Set(files)].filter((file) => !html.includes(`"/${file}"`));
    return unnamed.map((file) => numberOf(file.replace(/^assets\//, '')));
  };
  const of = languages.flatMap((language) =>
    firstScreens.map((screen) => [`${screen.name} ${language}`, filesOf(spoken(screen, language))] as const),
  );
  return { names, of: Object.fromEntries(of) };
};

const scriptWith = async (config: InlineConfig, files: FirstFiles): Promise<string> => {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    plugins: [],
    define: { FIRST_FILES: JSON.stringify(files) },
    build: {
      ...config.build,
      write: false,
      minify: true,
      lib: { entry: script, formats: ['iife'], name: 'beginPage' },
    },
  });
  const [output] = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const [chunk] = output?.output ?? [];
  if (chunk === undefined) throw new Error('the script that begins a page was not built');
  return chunk.code.trim();
};

/**
 * Puts src/begin into the page itself: what a screen needs is asked for beside its code, which would else have to come and run
 * before each of its requests. Left out while developing, where every module is a file of its own.
 */
export const beginInPage = (config: () => InlineConfig): Plugin => ({
  name: 'begin-in-page',
  transformIndexHtml: {
    order: 'post',
    async handler(html, { bundle }) {
      if (bundle === undefined) return html;
      const code = await scriptWith(config(), filesIn(html, bundle));
      const sheet = '<link rel="stylesheet"';
      if (!html.includes(sheet)) throw new Error('the page names no sheet');
      // After what every screen needs, before any sheet: a script waits for those above it.
      return html.replace(sheet, () => `<script nonce="__CSP_NONCE__">${code}</script>\n    ${sheet}`);
    },
  },
});
