import type { Condition } from '../condition.ts';

const holdsAll = (wide: readonly string[] | null | undefined, narrow: readonly string[] | null | undefined) =>
  wide === null ||
  wide === undefined ||
  (narrow !== null && narrow !== undefined && narrow.every((one) => wide.includes(one)));

/** Whether the first condition holds whenever the second does, judged by what they name; null always holds. */
export const isWider = (wide: Condition | null, narrow: Condition | null): boolean => {
  if (wide === null) return true;
  if (narrow === null) return false;
  const facts = Object.entries(wide.facts);
  return (
    holdsAll(wide.packages, narrow.packages) &&
    holdsAll(wide.types, narrow.types) &&
    holdsAll(wide.priorities, narrow.priorities) &&
    holdsAll(wide.channels, narrow.channels) &&
    holdsAll(wide.bought, narrow.bought) &&
    holdsAll(wide.companyIs, narrow.companyIs) &&
    holdsAll(wide.installationTypes, narrow.installationTypes) &&
    holdsAll(wide.siteIn, narrow.siteIn) &&
    wide.interest === null &&
    facts.every(([key, values]) => holdsAll(values, narrow.facts[key as keyof Condition['facts']]))
  );
};
