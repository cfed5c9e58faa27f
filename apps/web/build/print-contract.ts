import * as contract from '@reglament/contract';

/** Plain data: words, lists of them, and limits. */
const isData = (value: unknown): value is string | number | readonly string[] =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((word) => typeof word === 'string'));

/** What a browser asks of a route: where it is and how to call it. */
const addresses = Object.fromEntries(
  Object.entries(contract.endpoints).map(([name, { method, path }]) => [name, { method, path }]),
);

const data = Object.entries(contract).filter(([, value]) => isData(value));

process.stdout.write(JSON.stringify({ endpoints: addresses, ...Object.fromEntries(data) }));
