// One cold check of one file, in a process of its own: node and the loader have started, nothing else is warm.
//   check-once.ts <file> <folder of calendars>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRegulation, compileCalendars, parseRegulation } from '@reglament/desk';
import { nextOpening, type LocalDate, type ProductionCalendar } from '@reglament/working-time';

const [file = '', folder = ''] = process.argv.slice(2);
const ru = JSON.parse(readFileSync(join(folder, 'ru.json'), 'utf8')) as ProductionCalendar;
const text = readFileSync(file, 'utf8');

const from = performance.now();
const { findings } = checkRegulation(text, { ru }, '2026-11-21' as LocalDate);
const checkMs = performance.now() - from;

const parsed = parseRegulation(text, { ru });
if (!parsed.ok) throw new Error(`${file} can't be used`);
// Schedules of a fresh reading: nothing of them was compiled before.
const { regulation } = parsed;
const compileFrom = performance.now();
const calendars = compileCalendars(regulation);
for (const calendar of calendars.values()) nextOpening(calendar, regulation.edition.effectiveFrom);
const compileMs = performance.now() - compileFrom;

/** From the text to rules and hours that answer, once the program is warm: what a running desk pays for a new version. */
const readOnce = (): number => {
  const start = performance.now();
  const read = parseRegulation(text, { ru });
  if (read.ok)
    for (const calendar of compileCalendars(read.regulation).values())
      nextOpening(calendar, read.regulation.edition.effectiveFrom);
  return performance.now() - start;
};
const ROUNDS = 25;
const warm = Array.from({ length: ROUNDS }, readOnce)
  .slice(5)
  .toSorted((a, b) => a - b);
const readMs = warm[Math.floor(warm.length / 2)] ?? 0;

process.stdout.write(JSON.stringify({ checkMs, compileMs, readMs, findings: findings.length }));
