import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant, TimeZoneId } from '@reglament/working-time';

const HEADER = 44;

interface Counts {
  readonly version: number;
  readonly transitions: number;
  readonly types: number;
  readonly chars: number;
  readonly leaps: number;
  readonly standard: number;
  readonly universal: number;
}

const countsAt = (file: Buffer, at: number): Counts | null => {
  if (file.length < at + HEADER || file.toString('latin1', at, at + 4) !== 'TZif') return null;
  const count = (index: number): number => file.readUInt32BE(at + 20 + index * 4);
  return {
    version: file[at + 4] ?? 0,
    universal: count(0),
    standard: count(1),
    leaps: count(2),
    transitions: count(3),
    types: count(4),
    chars: count(5),
  };
};

const blockLength = (c: Counts, timeBytes: number): number =>
  c.transitions * (timeBytes + 1) +
  c.types * 6 +
  c.chars +
  c.leaps * (timeBytes + 4) +
  c.standard +
  c.universal;

/** `MSK-3`: the offset in milliseconds after the last change; null: it goes on changing, by a rule that is not read here. */
const restOffset = (footer: string): number | null => {
  const parts =
    /^(?:[A-Za-z]{3,}|<[^>]+>)(?<sign>[+-]?)(?<h>\d{1,3})(?::(?<m>\d{2}))?(?::(?<s>\d{2}))?$/u.exec(
      footer,
    )?.groups;
  if (parts === undefined) return null;
  const seconds = (Number(parts['h']) * 60 + Number(parts['m'] ?? 0)) * 60 + Number(parts['s'] ?? 0);
  // Counted westwards there.
  return (parts['sign'] === '-' ? 1 : -1) * seconds * 1000;
};

export interface SystemZone {
  /** Milliseconds added to UTC; null: before the first change, or beyond what the file lists. */
  readonly offsetAt: (at: Instant) => number | null;
}

/** Reads a zone's file (RFC 9636), version 2 or later; null: it is none. */
export const readZoneFile = (file: Buffer): SystemZone | null => {
  const first = countsAt(file, 0);
  if (first === null || first.version < 0x32) return null;
  const begin = HEADER + blockLength(first, 4);
  const counts = countsAt(file, begin);
  if (counts === null) return null;
  const times = begin + HEADER;
  const indexes = times + counts.transitions * 8;
  const types = indexes + counts.transitions;
  const end = begin + HEADER + blockLength(counts, 8);
  if (file.length < end) return null;
  const rest = restOffset(file.toString('latin1', end).trim());
  const timeOf = (index: number): number => Number(file.readBigInt64BE(times + index * 8)) * 1000;
  return {
    offsetAt: (at) => {
      let last = counts.transitions - 1;
      while (last >= 0 && timeOf(last) > at) last -= 1;
      if (last < 0 || (last === counts.transitions - 1 && rest === null)) return null;
      return file.readInt32BE(types + (file[indexes + last] ?? 0) * 6) * 1000;
    },
  };
};

/** The zone as this system's own files have it; null: they are not to be seen. */
export const systemZone = async (
  zone: TimeZoneId,
  folder = process.env['TZDIR'] ?? '/usr/share/zoneinfo',
): Promise<SystemZone | null> => {
  if (!/^[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return null;
  const file = await readFile(join(folder, zone)).catch(() => null);
  return file === null ? null : readZoneFile(file);
};
