/** `№ 1042`, `1042`, or a line that was chosen: its number; null: there is none in it. */
export const typedNumber = (typed: string): number | null => {
  const digits = /^\s*№?\s*([1-9][0-9]{0,14})(?:\s|$)/.exec(typed)?.[1];
  return digits === undefined ? null : Number(digits);
};
