// npm run tidy: prints what the tidy test would complain about.
import { tidy } from './tidy.ts';

const findings = tidy(process.cwd());
for (const { code, file, line, message } of findings) console.log(`${file}:${line} ${code}: ${message}`);
process.exitCode = findings.length === 0 ? 0 : 1;
