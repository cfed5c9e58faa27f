import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Smaller files are sent as they are. */
const FROM_BYTES = 1024;

/** Writes each text file twice more, compressed as far as it goes: done once here instead of hastily at every request. */
export const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  writeBundle: {
    order: 'post',
    async handler({ dir }, bundle) {
      if (dir === undefined) return;
      const texts = Object.values(bundle).filter(({ fileName }) =>
        /^assets\/.*\.(js|css|svg)$/.test(fileName),
      );
      await Promise.all(
        texts.map(async (file) => {
          const text = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (text.length < FROM_BYTES) return;
          const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
          await writeFile(join(dir, `${file.fileName}.br`), await brotli(text, { params: hint }));
          await writeFile(join(dir, `${file.fileName}.gz`), await zip(text, { level: 9 }));
        }),
      );
    },
  },
});
