import { writeFileSync } from 'node:fs';
import { problemPage } from './problem-page.ts';

writeFileSync(new URL('../../../../docs/api-problems.md', import.meta.url), problemPage());
