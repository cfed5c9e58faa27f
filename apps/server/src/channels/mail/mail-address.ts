const ADDRESS_LIMIT = 254;
// Deliberately narrower than RFC 5321: no quoted local part, no comments, no source routes, because
// every one of those has been used to make two programs read two different recipients.
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f-\u009f\u00a0\u2028\u2029]+@[^\s@<>()\\,;:"\u0000-\u001f\u007f-\u009f\u00a0\u2028\u2029]+$/u;

/** True for an address that can be written to and cannot be read in two ways. At most 254 characters. */
export const isMailAddress = (address: string): boolean =>
  address.length <= ADDRESS_LIMIT &&
  ADDRESS.test(address) &&
  !/\p{Surrogate}/u.test(address) &&
  !/\.\.|@\.|\.$/.test(address);
