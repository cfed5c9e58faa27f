import { writeFileSync } from 'node:fs';
import { historyPage } from './history-page.ts';

writeFileSync(new URL('../../../docs/regulation-history.md', import.meta.url), historyPage());
