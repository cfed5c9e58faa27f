import { writeFileSync } from 'node:fs';
import { languageFiles } from './language-files.ts';
import { projectRoot } from './schema-text.ts';

for (const [path, text] of Object.entries(languageFiles())) writeFileSync(new URL(path, projectRoot), text);
