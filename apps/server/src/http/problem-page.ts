import { problemKinds, problemType } from '@reglament/contract';

const row = ([code, kind]: readonly [string, (typeof problemKinds)[keyof typeof problemKinds]]): string =>
  `| ${kind.status} | \`${code}\` | ${kind.title.en} | ${kind.title.ru} | \`${problemType(code)}\` |`;

/** The page of docs that lists every problem, printed from the catalogue. */
export const problemPage = (): string =>
  [
    '# Problems of the API',
    '',
    'Every refusal is `application/problem+json` (RFC 9457) in the language of `Accept-Language`, Russian unless asked otherwise.',
    '`type` never changes for a code. `requestId` is also the header `X-Request-Id`; it is what to name when asking for help.',
    '`errors` lists up to 50 faults, each with a JSON Pointer into the body; `refusal`, `clause` and `allowed` stand where the regulation said no;',
    '`current` tells what others did meanwhile (412).',
    '',
    'This page is printed from the catalogue: `npm run docs:problems`.',
    '',
    '| status | code | English | Russian | type |',
    '|---|---|---|---|---|',
    ...Object.entries(problemKinds)
      .toSorted(([a, x], [b, y]) => x.status - y.status || (a < b ? -1 : 1))
      .map(row),
    '',
  ].join('\n');
