import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone as it is kept, E.164 (`+74951234567`); without a country's code it is Russian. null: it is no number. */
export const readPhone = (typed: string): string | null => {
  const phone = parsePhoneNumberFromString(typed, 'RU');
  return phone?.isPossible() === true && phone.ext === undefined ? phone.number : null;
};
