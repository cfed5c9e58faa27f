// npm run test:loss: kill -9 of the application and of the database under load, and the control that must lose.
// `npm run test:loss -- application --kills 5` runs a part of it.
import { parseArgs } from 'node:util';
import { writeSection } from '../tools/write-section.mjs';
import { isClean } from './compare-log.ts';
import { describeReport, killRounds, tableHead } from './kill-rounds.ts';
import { embeddedStage, forgetfulStage, type LossStage } from './loss-stage.ts';

interface LossRun {
  readonly stage: () => Promise<LossStage>;
  readonly kills: number;
  /** Null: only seen, either is possible. */
  readonly mustLose: boolean | null;
}

const runs: Readonly<Record<string, LossRun>> = {
  application: { stage: () => embeddedStage('application'), kills: 20, mustLose: false },
  database: { stage: () => embeddedStage('database'), kills: 20, mustLose: false },
  'control: synchronous_commit off, wal_writer_delay 10 s': {
    stage: forgetfulStage,
    kills: 3,
    mustLose: true,
  },
  'seen: synchronous_commit off, wal_writer_delay as usual': {
    stage: () => forgetfulStage({ synchronous_commit: 'off' }),
    kills: 3,
    mustLose: null,
  },
  // A killed process leaves its pages to the kernel: only a power cut would show this one.
  'seen: fsync off': { stage: () => forgetfulStage({ fsync: 'off' }), kills: 3, mustLose: null },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    writers: { type: 'string', default: '8' },
    write: { type: 'string' },
  },
});

const chosen = Object.entries(runs).filter(
  ([name]) => positionals.length === 0 || positionals.some((word) => name.startsWith(word)),
);
const rows: string[] = [];
for (const [name, run] of chosen) {
  const stage = await run.stage();
  const kills = values.kills === undefined ? run.kills : Math.min(run.kills, Number(values.kills));
  const report = await killRounds(stage, {
    kills,
    writers: Number(values.writers),
    loadMs: [300, 1500],
  });
  const [row, json] = describeReport(name, report);
  rows.push(row);
  console.log(json);
  const clean = isClean(report) && report.refused.length === 0;
  if (run.mustLose !== null && run.mustLose === clean) {
    console.error(
      run.mustLose
        ? `${name}: nothing was lost, so the other runs prove nothing.`
        : `${name}: what was acknowledged is not what is there.`,
    );
    process.exitCode = 1;
  }
}
const table = [...tableHead, ...rows].join('\n');
console.log(table);
if (values.write !== undefined) writeSection(values.write, 'loss', table);
