import { readFileSync } from 'node:fs';
import { describeSchema } from '@reglament/desk/language';

/** The project's own folder, with `regulations` and `docs` in it. */
export const projectRoot = new URL('../../../../', import.meta.url);

/** The file in which every key of the language stands. */
export const sampleText = (): string =>
  readFileSync(new URL('docs/language/sample.yaml', projectRoot), 'utf8');

/** The schema of a regulation file, as text. */
export const schemaText = (): string => `${JSON.stringify(describeSchema(sampleText()), null, 1)}\n`;
