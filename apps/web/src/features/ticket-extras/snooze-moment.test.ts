import type { Instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { momentOf, presetsAt, typedMoment } from './snooze-moment.ts';

const zone = 'Europe/Moscow';
const at = (text: string): Instant => Date.parse(text) as Instant;
const iso = (moment: Instant | null) => (moment === null ? null : new Date(moment).toISOString());

describe('the moment to come back', () => {
  it.each([
    ['2026-11-21T22:30:00Z', 'hour', '2026-11-21T23:30:00.000Z'],
    ['2026-11-21T22:30:00Z', 'threeHours', '2026-11-22T01:30:00.000Z'],
    // Past midnight in Moscow: tomorrow is the 23rd there.
    ['2026-11-21T22:30:00Z', 'tomorrow', '2026-11-23T06:00:00.000Z'],
    ['2026-11-21T20:30:00Z', 'tomorrow', '2026-11-22T06:00:00.000Z'],
    ['2026-11-21T12:00:00Z', 'monday', '2026-11-23T06:00:00.000Z'],
    // On a Monday it is the next one.
    ['2026-11-23T08:00:00Z', 'monday', '2026-11-30T06:00:00.000Z'],
  ] as const)('at %s: %s', (now, preset, moment) => {
    expect(iso(momentOf(preset, at(now), zone))).toBe(moment);
  });

  it('is offered once where tomorrow is Monday, as the desk has it', () => {
    // 22:30 on Saturday in UTC is Sunday in Moscow.
    expect(presetsAt(at('2026-11-21T22:30:00Z'), zone)).not.toContain('monday');
    expect(presetsAt(at('2026-11-21T20:30:00Z'), zone)).toContain('monday');
  });

  it.each([
    ['2026-11-23T12:30', '2026-11-23T09:30:00.000Z'],
    ['', null],
    ['2026-13-45T12:30', null],
  ])('typed %j', (typed, moment) => {
    expect(iso(typedMoment(typed, zone))).toBe(moment);
  });
});
