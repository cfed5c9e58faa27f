import * as contract from '@reglament/contract';

const isWords = (value: unknown): value is string | readonly string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((word) => typeof word === 'string'));

/** What a browser asks of a route: where it is and how to call it. */
const addresses = Object.fromEntries(
  Object.entries(contract.endpoints).map(([name, { method, path }]) => [name, { method, path }]),
);

const words = Object.entries(contract).filter(([, value]) => isWords(value));

process.stdout.write(JSON.stringify({ endpoints: addresses, ...Object.fromEntries(words) }));
