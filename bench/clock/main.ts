// How fast clocks are counted; every way gives the same results first. Alone on the machine:
//   node --conditions @reglament/source --import tsx bench/clock/main.ts [--quick]
import { lineOf, rowOf, tableHead } from '../figure.ts';
import { benchClocks } from './clock-speed.ts';

const quick = process.argv.includes('--quick');
const figures = await benchClocks(
  quick ? { clocks: 100_000, rounds: 3, compared: 2000 } : { clocks: 1_000_000, rounds: 9, compared: 20_000 },
);
for (const figure of figures) console.log(lineOf(figure));
console.log(['', ...tableHead, ...figures.map(rowOf)].join('\n'));
