// How long a check of a regulation takes when nothing is warm. Alone on the machine:
//   node --conditions @reglament/source --import tsx bench/regulation/main.ts [--quick]
import { lineOf, rowOf, tableHead } from '../figure.ts';
import { benchRegulation } from './bench-regulation.ts';

const figures = await benchRegulation({ runs: process.argv.includes('--quick') ? 1 : 7 });
for (const figure of figures) console.log(lineOf(figure));
console.log(['', ...tableHead, ...figures.map(rowOf)].join('\n'));
