import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const styles = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/Button.css'));

/** Names of classes of a part: whoever draws the part has to have its rules. */
const classNames = /[\\/]@mantine[\\/]core[\\/]esm[\\/].*\.module\.mjs$/;
const variables = /[\\/]@mantine[\\/]core[\\/]styles[\\/]default-css-variables\.css$/;
/** Colours that the product paints with nothing of: the theme has `ink`, `gray` and `dark`, danger is `red`. */
const unused =
  /\s*--mantine-color-(?:pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)-[\w-]+:[^;]*;/g;

/**
 * Rules of a part of the library travel with the part, so that a screen without a menu begins without a menu's rules,
 * and variables of colours that nothing is painted with stay at home.
 */
export const stylesWithParts = (): Plugin => ({
  name: 'styles-with-parts',
  enforce: 'pre',
  transform(code, id) {
    const [file = ''] = id.split('?');
    if (variables.test(file)) return { code: code.replace(unused, ''), map: null };
    if (!classNames.test(file)) return null;
    const sheet = `${basename(file, '.module.mjs')}.css`;
    if (!existsSync(join(styles, sheet))) return null;
    return { code: `import '@mantine/core/styles/${sheet}';\n${code}`, map: null, moduleSideEffects: true };
  },
});
