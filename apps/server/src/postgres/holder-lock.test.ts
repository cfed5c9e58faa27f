import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeHolderLock } from './holder-lock.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reglament-lock-'));
});
afterEach(() => rm(directory, { recursive: true }));

const lockOf = (pid: number, started: string): string =>
  JSON.stringify({ pid, started, role: 'application', since: '', host: '', command: '', released: false });

it('is held once and told to the second', () => {
  expect(takeHolderLock(directory, 'application').taken).toBe(true);
  const second = takeHolderLock(directory, 'guard');
  expect(second).toMatchObject({ taken: false, holder: { pid: process.pid, role: 'application' } });
});

it('can be taken again after the release, any number of times, without piling up files', () => {
  for (let round = 0; round < 20; round += 1) {
    const attempt = takeHolderLock(directory, 'application');
    if (!attempt.taken) throw new Error('held');
    attempt.release();
  }
  expect(readdirSync(directory).length).toBeLessThanOrEqual(2);
});

it('is inherited from a dead process', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(join(directory, 'holder.7'), lockOf(dead, 'some boot/1'));
  expect(takeHolderLock(directory, 'application').taken).toBe(true);
});

it('is not held by a later process with the same pid', () => {
  writeFileSync(join(directory, 'holder.7'), lockOf(process.pid, 'another boot/1'));
  expect(takeHolderLock(directory, 'application').taken).toBe(true);
});

it('is inherited when the holder’s file is unreadable', () => {
  writeFileSync(join(directory, 'holder.3'), '{"pid":');
  expect(takeHolderLock(directory, 'application').taken).toBe(true);
});
