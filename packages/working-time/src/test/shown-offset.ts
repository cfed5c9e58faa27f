/**
 * The offset a wall clock shows at a whole second, read in another way than the package reads it: all fields as parts,
 * put together by Date.UTC.
 */
export const shownOffset = (id: string): ((t: number) => number) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: id,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const form = /^(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d):(\d\d)$/;
  return (t) => {
    const [day, month, year, hour, minute, second] = (form.exec(format.format(t)) ?? []).slice(1).map(Number);
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second) - t;
  };
};
