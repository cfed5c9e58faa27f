/** An instant as the API writes it: in UTC, with milliseconds. */
export const iso = (at: number | string): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
