/** The form of a number: up to six numbers with points between them. */
const FORM = /^\d{1,9}(\.\d{1,9}){0,5}$/;

/** Whether a text is the number of a version, `8.2.1`. */
export const isVersionNumber = (text: string): boolean => FORM.test(text);

const partsOf = (number: string): readonly number[] => number.split('.').map(Number);

/** Below 0 where `a` is the earlier version. Number by number, so that 8.2 comes before 8.10; a missing one is 0. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [partsOf(a), partsOf(b)];
  const length = Math.max(left.length, right.length);
  for (let place = 0; place < length; place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The first numbers of a version, `8.2` of `8.2.1`; a missing one is 0. */
export const firstNumbers = (number: string, count: 1 | 2): string => {
  const [major = 0, second = 0] = partsOf(number);
  return count === 1 ? `${major}` : `${major}.${second}`;
};
