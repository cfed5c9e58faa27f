/** Version of the time-zone data that this process counts with: `2025c`; null: the runtime does not tell. */
export const TIME_ZONE_DATA: string | null = process.versions.tz ?? null;
