import { writeFileSync } from 'node:fs';
import { languageFiles, projectRoot } from './language-files.ts';

for (const [path, text] of Object.entries(languageFiles())) writeFileSync(new URL(path, projectRoot), text);
