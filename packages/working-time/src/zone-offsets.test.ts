import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from './instant.ts';
import { oracleDrawings } from './test/oracle-drawings.ts';
import { shownOffset } from './test/shown-offset.ts';
import { firstShowing, offsetIn, spansIn, zoneNamed } from './zone-offsets.ts';

// Under mutation testing a grid ten times as wide.
const WIDTH = oracleDrawings().scale < 0.1 ? 10 : 1;
const ZONES = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Antarctica/Troll',
  // Its offset had seconds until 1972.
  'Africa/Monrovia',
];

describe.each(ZONES)('offsets of %s', (id) => {
  it('are what Intl shows on a grid that has nothing to do with the scan', () => {
    const zone = zoneNamed(id);
    const shown = shownOffset(id);
    for (let t = Date.UTC(1970, 0, 1); t < Date.UTC(2045, 0, 1); t += WIDTH * 31 * HOUR + 17 * MINUTE) {
      expect([t, offsetIn(zone, t)]).toEqual([t, shown(t)]);
    }
  });

  it('change at the very second Intl changes', () => {
    const zone = zoneNamed(id);
    const shown = shownOffset(id);
    const { starts, offsets } = spansIn(zone, Date.UTC(1970, 0, 1), Date.UTC(2045, 0, 1));
    for (const [i, offset] of offsets.entries()) {
      if (i === 0) continue;
      const change = starts[i] as number;
      expect([shown(change - 1000), shown(change)]).toEqual([offsets[i - 1], offset]);
      expect(offsetIn(zone, change - 1)).toBe(offsets[i - 1]);
      expect(offsetIn(zone, change)).toBe(offset);
    }
  });

  it('do not depend on the order of the questions', () => {
    const forward = zoneNamed(id);
    const backward = zoneNamed(id);
    const times = Array.from({ length: 400 }, (_, n) => n * 61 * DAY + n * HOUR);
    const asked = times.map((t) => offsetIn(forward, t));
    expect(times.toReversed().map((t) => offsetIn(backward, t))).toEqual(asked.toReversed());
  });

  it('the first moment that shows a wall time is the first, at the seams of the scan too', () => {
    const zone = zoneNamed(id);
    for (let wall = Date.UTC(2009, 0, 1); wall < Date.UTC(2016, 0, 1); wall += 6 * HOUR + 7 * MINUTE) {
      const first = firstShowing(zone, wall);
      expect(first + offsetIn(zone, first)).toBeGreaterThanOrEqual(wall);
      expect(first - 1 + offsetIn(zone, first - 1)).toBeLessThan(wall);
    }
  });
});

it('a zone scanned for one year has asked about no other', () => {
  const zone = zoneNamed('Europe/Berlin');
  offsetIn(zone, Date.UTC(2026, 5, 1));
  expect(zone.pieces.filter((piece) => piece !== undefined)).toHaveLength(1);
});
