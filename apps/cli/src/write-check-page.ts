import { writeFileSync } from 'node:fs';
import { checkPage } from './check-page.ts';

writeFileSync(new URL('../../../docs/check.md', import.meta.url), checkPage());
