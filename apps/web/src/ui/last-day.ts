/** An instant of the last day of what ends at an instant: 24:00 of a day belongs to it. */
export const lastDay = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
