import { questionsPage, referencePage } from '@reglament/desk/language';
import { sampleText, schemaText } from './schema-text.ts';

/** Files made from the shape of the language, by their place in the project. */
export const languageFiles = (): Readonly<Record<string, string>> => ({
  'regulations/regulation.schema.json': schemaText(),
  'docs/language/reference.ru.md': referencePage(sampleText(), 'ru'),
  'docs/language/reference.en.md': referencePage(sampleText(), 'en'),
  'docs/language/questions.ru.md': questionsPage('ru'),
  'docs/language/questions.en.md': questionsPage('en'),
});
