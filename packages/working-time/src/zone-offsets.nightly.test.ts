import { expect, it } from 'vitest';
import { HOUR } from './instant.ts';
import { shownOffset } from './test/shown-offset.ts';
import { offsetIn, zoneNamed } from './zone-offsets.ts';

it(
  'every zone of this runtime is what Intl shows, every five hours of 1970 to 2100',
  { timeout: 3_600_000 },
  () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(400);
    const wrong: string[] = [];
    for (const id of zones) {
      const zone = zoneNamed(id);
      const shown = shownOffset(id);
      for (let t = 0; t < Date.UTC(2100, 0, 1); t += 5 * HOUR) {
        if (offsetIn(zone, t) !== shown(t)) wrong.push(`${id} at ${new Date(t).toISOString()}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
