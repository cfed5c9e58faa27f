import { describe, expect, it } from 'vitest';
import { zoneLabel, zonesAround } from './time-zones.ts';

describe('time zones to choose from', () => {
  it('hold the usual ones, the browser’s own and the chosen one, each once', () => {
    const zones = zonesAround('Pacific/Apia');
    expect(zones).toContain('Asia/Omsk');
    expect(zones).toContain('Pacific/Apia');
    expect(zones).toContain(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zonesAround('Asia/Omsk').filter((zone) => zone === 'Asia/Omsk')).toHaveLength(1);
  });

  it('are named with their distance from Greenwich', () => {
    expect(zoneLabel('Asia/Omsk')).toBe('Asia/Omsk (GMT+6)');
  });
});
