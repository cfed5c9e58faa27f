import { readFileSync } from 'node:fs';
import { questionsPage, referencePage } from '@reglament/desk/language';
import { schemaText } from './schema-text.ts';

/** The project's own folder, with `regulations` and `docs` in it. */
export const projectRoot = new URL('../../../../', import.meta.url);

/** Files made from the shape of the language, by their place in the project. */
export const languageFiles = (): Readonly<Record<string, string>> => {
  const sample = readFileSync(new URL('docs/language/sample.yaml', projectRoot), 'utf8');
  return {
    'regulations/regulation.schema.json': schemaText(),
    'docs/language/reference.ru.md': referencePage(sample, 'ru'),
    'docs/language/reference.en.md': referencePage(sample, 'en'),
    'docs/language/questions.ru.md': questionsPage('ru'),
    'docs/language/questions.en.md': questionsPage('en'),
  };
};
