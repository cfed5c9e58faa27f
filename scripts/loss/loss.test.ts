import { expect, test } from 'vitest';
import { isClean } from './compare-log.ts';
import { killRounds } from './kill-rounds.ts';
import { embeddedStage, forgetfulStage } from './loss-stage.ts';

// A short version; `npm run test:loss` kills twenty times.
const rounds = { kills: 2, writers: 8, loadMs: [300, 900] } as const;
const nothingLost = {
  lost: 0,
  changed: 0,
  doubled: 0,
  invented: 0,
  numbersTwice: 0,
  gapsInNumbers: 0,
  brokenJournals: 0,
  alarmsMissed: 0,
  alarmsDoubled: 0,
  refused: [],
};

test.each(['application', 'database'] as const)(
  'kill -9 of the %s under load loses nothing that was acknowledged',
  { timeout: 120_000 },
  async (victim) => {
    const stage = await embeddedStage(victim);
    const report = await killRounds(stage, rounds);
    expect(report).toMatchObject(nothingLost);
    expect(report.acknowledgedTickets).toBeGreaterThan(0);
    expect(report.alarmsDue).toBeGreaterThan(0);
    // The kills fell on work: some outcomes were unknown, and each was resolved by its key.
    expect(report.unknownOutcomes).toBeGreaterThan(0);
  },
);

test(
  'the control: a database that acknowledges before it writes is seen to lose',
  { timeout: 120_000 },
  async () => {
    const stage = await forgetfulStage();
    const report = await killRounds(stage, { ...rounds, loadMs: [900, 900], kills: 1 });
    expect(report.lost).toBeGreaterThan(0);
    // A person saw alarms that the database forgot, and then saw them again.
    expect(report.alarmsDoubled).toBeGreaterThan(0);
    expect(isClean(report)).toBe(false);
  },
);
