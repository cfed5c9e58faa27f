import { setTimeout as sleep } from 'node:timers/promises';
import { untilReady } from '../../apps/server/src/testing/start-product.ts';
import type { LossStage } from './loss-stage.ts';
import { newClientLog } from './client-log.ts';
import { type Comparison, compareLog } from './compare-log.ts';
import { type AlarmComparison, compareAlarms } from './compare-alarms.ts';
import { layOutAlarms } from './lay-out-alarms.ts';
import { startWriters } from './start-writers.ts';
import { watchAlarms } from './watch-alarms.ts';

export interface KillRounds {
  readonly kills: number;
  readonly writers: number;
  /** From one ready server to the next kill: at least, and at most, milliseconds. */
  readonly loadMs: readonly [number, number];
}

export interface LossReport extends Comparison, AlarmComparison {
  readonly kills: number;
  /** Attempts whose outcome was unknown; every one was resolved by repeating its key. */
  readonly unknownOutcomes: number;
  /** Of them: had been done, and were answered from the idempotency row. */
  readonly replayed: number;
  readonly refused: readonly string[];
  /** From the kill to the first 200 of /healthz, milliseconds, in order of the kills. */
  readonly readyAgainMs: readonly number[];
}

const PATIENCE_MS = 90_000;
/** Deadlines fall due for so long a kill: as long as a kill and the load before it take. */
const ALARM_MS_A_KILL = 3000;
const ALARM_PATIENCE_MS = 5000;

const runRounds = async (stage: LossStage, rounds: KillRounds): Promise<LossReport> => {
  const log = newClientLog();
  const alarms = await layOutAlarms(stage.databaseUrl(), stage.laidOut, log, rounds.kills * ALARM_MS_A_KILL);
  const watch = watchAlarms({ url: stage.url, cookie: stage.cookie, desk: alarms.desk });
  const writers = startWriters({
    url: stage.url,
    cookie: stage.cookie,
    laidOut: stage.laidOut,
    log,
    writers: rounds.writers,
    patienceMs: PATIENCE_MS,
  });
  const readyAgainMs: number[] = [];
  const [least, most] = rounds.loadMs;
  for (let round = 0; round < rounds.kills; round++) {
    // Spread over the interval, so that a kill falls on every phase of the work.
    await sleep(least + ((round * 0.618) % 1) * (most - least));
    // A slow machine needs longer to tell the first alarms, and a kill before them proves nothing about them.
    await watch.nextSeen(ALARM_PATIENCE_MS);
    const killedAt = performance.now();
    await stage.killOnce();
    await untilReady(stage.url, PATIENCE_MS);
    readyAgainMs.push(performance.now() - killedAt);
  }
  await sleep(least);
  await writers.finish();
  const alarmComparison = await compareAlarms(stage.databaseUrl(), alarms, watch.seen);
  await watch.stop();
  const comparison = await compareLog(stage.databaseUrl(), log);
  return {
    kills: rounds.kills,
    ...comparison,
    ...alarmComparison,
    unknownOutcomes: log.unknown,
    replayed: log.replayed,
    refused: log.refused,
    readyAgainMs,
  };
};

/** Writers all the time, one kill after another, then the client's log against the database; closes the stage. */
export const killRounds = async (stage: LossStage, rounds: KillRounds): Promise<LossReport> => {
  try {
    return await runRounds(stage, rounds);
  } finally {
    await stage.close();
  }
};

/** The value that `share` of the sorted values do not exceed. */
const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
};

/** One line for a table and one for machines. */
export const describeReport = (name: string, report: LossReport): readonly [string, string] => {
  const { readyAgainMs, refused, ...counts } = report;
  const ready = {
    readyAgainP50Ms: Math.round(quantile(readyAgainMs, 0.5)),
    readyAgainP95Ms: Math.round(quantile(readyAgainMs, 0.95)),
  };
  const row =
    `| ${name} | ${report.kills} | ${report.acknowledgedTickets + report.acknowledgedNotes} | ${report.unknownOutcomes} (${report.replayed}) | ${report.lost} | ${report.changed} | ` +
    `${report.doubled} | ${report.numbersTwice} | ${report.gapsInNumbers} | ${report.brokenJournals} | ${report.alarmsDue} | ${report.alarmsMissed} | ${report.alarmsDoubled} | ${(report.alarmsLateMaxMs / 1000).toFixed(1)} s | ${ready.readyAgainP50Ms} / ${ready.readyAgainP95Ms} ms |`;
  return [row, JSON.stringify({ loss: name, ...counts, ...ready, refused: refused.slice(0, 3) })];
};

export const tableHead = [
  '| killed | kills | acknowledged | unknown outcomes (done already) | lost | changed | doubled | numbers twice | gaps | broken journals | alarms due | missed | doubled | latest | ready again p50 / p95 |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
] as const;
