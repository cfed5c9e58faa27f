import { plural } from '../plural.ts';

export const certificateLetters = {
  certificateLetters: {
    title: 'Letters to the customer',
    none: 'No letters yet',
    next: (people: string) => `The next one goes to: ${people}`,
    nobody: 'Nobody to write to: the company has no contact with an address',
    toCompany: 'The company’s contacts',
    from: (address: string) => `from ${address}`,
    hasMore: (n: number) =>
      `${n} ${plural('en', n, { one: 'letter', other: 'letters' })} shown: earlier ones are on the page of letters`,
    open: (number: string) => `Certificate ${number}`,
  },
};
