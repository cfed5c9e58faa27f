// npm run coverage: writes docs/coverage.md and prints what is neither proven nor listed as open.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COVERAGE_PAGE, readProject } from './read-project.ts';

const { page, problems, rows } = readProject(process.cwd());
writeFileSync(join(process.cwd(), COVERAGE_PAGE), page);
for (const problem of problems) console.log(problem);
const proven = rows.filter(({ standing }) => standing === 'proven').length;
console.log(`${rows.length} clauses, ${proven} proven, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
