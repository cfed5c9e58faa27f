/** The middle of the day, so that it is the same date in every zone of a desk. */
export const noon = (day: string): string => `${day}T06:00:00Z`;
