const version = process.versions.tz ?? '';

/**
 * The version of the time-zone data that this process counts with, `'2025c'`, as part of a statement: every event keeps by which
 * one its deadlines were counted (working-time row 21).
 */
export const TIME_ZONE_DATA_SQL: string = /^[0-9a-z]{1,20}$/.test(version) ? `'${version}'` : 'null';
