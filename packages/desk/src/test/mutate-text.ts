/** A seeded source of numbers in [0, 1): mulberry32. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** What people and attackers put where a value is expected. */
const NASTY: readonly string[] = [
  '',
  '~',
  'null',
  'true',
  '.nan',
  '.inf',
  '-1',
  '0',
  '1e308',
  '99999999999999999999',
  '0o777',
  '08:30',
  '25:00',
  '2024-02-30',
  '2025-02-29',
  '0000-00-00',
  '9999-12-31',
  '*alias',
  '&anchor x',
  '!!js/function x',
  '<<: {}',
  '__proto__',
  'constructor',
  '[]',
  '{}',
  '[[[[]]]]',
  '{a: {b: {c: {}}}}',
  '"\\u0000"',
  "'",
  '"',
  '|',
  '>-',
  '---',
  '...',
  '%YAML 1.1',
  '? x',
  '4 working hours',
  '0 working hours',
  '1e9 working days',
  '3660 calendar days',
  '48 hours, from opening, then next opening',
  'any',
  'none',
  'else',
  '1-4',
  '4-1',
  'mon-sun',
  'sun-mon',
  '00:00-24:00',
  '18:00-09:00',
  'Europe/Moscow',
  'Mars/Olympus',
  'привет',
  '👩‍💻',
  '\u202eabc',
  'a'.repeat(3000),
  'x: '.repeat(40),
  '('.repeat(500),
  '31 days after purchase',
  ' after ',
  '[слово](#нет)',
];

type Mutation = (
  lines: readonly string[],
  random: () => number,
  other: readonly string[],
) => readonly string[];

const upTo = (random: () => number, count: number): number => Math.floor(random() * count);
const pick = <T>(random: () => number, list: readonly T[]): T | undefined => list[upTo(random, list.length)];
const at = (lines: readonly string[], random: () => number, change: (line: string) => readonly string[]) => {
  const index = upTo(random, lines.length);
  return lines.flatMap((line, i) => (i === index ? change(line) : [line]));
};

const MUTATIONS: readonly Mutation[] = [
  (lines, random) => at(lines, random, () => []),
  (lines, random) => at(lines, random, (line) => [line, line]),
  (lines, random) => at(lines, random, (line) => [`  ${line}`]),
  (lines, random) => at(lines, random, (line) => [line.replace(/^ {1,2}/u, '')]),
  // Another value behind a key.
  (lines, random) => at(lines, random, (line) => [line.replace(/:.*$/u, `: ${pick(random, NASTY) ?? ''}`)]),
  // Another word within a line.
  (lines, random) =>
    at(lines, random, (line) => {
      const words = line.split(/(?<=[\s,{}[\]:])/u);
      words[upTo(random, words.length)] = pick(random, NASTY) ?? '';
      return [words.join('')];
    }),
  // One character gone, or another in its place.
  (lines, random) =>
    at(lines, random, (line) => {
      const index = upTo(random, line.length + 1);
      const put =
        random() < 0.5
          ? ''
          : (pick(random, ['{', '}', '[', ']', ':', '#', '"', '\t', ',', '-', '0', 'я']) ?? '');
      return [line.slice(0, index) + put + line.slice(index + 1)];
    }),
  // A line from elsewhere, or from another file.
  (lines, random, other) =>
    at(lines, random, (line) => [line, pick(random, random() < 0.5 ? lines : other) ?? '']),
  // Two lines change places.
  (lines, random) => {
    const [a, b] = [upTo(random, lines.length), upTo(random, lines.length)];
    return lines.map((line, index) =>
      index === a ? (lines[b] ?? '') : index === b ? (lines[a] ?? '') : line,
    );
  },
  // Cut off, as by a broken copy.
  (lines, random) => lines.slice(0, 1 + upTo(random, lines.length)),
  // A block many times over.
  (lines, random) => {
    const from = upTo(random, lines.length);
    const block = lines.slice(from, from + 1 + upTo(random, 6));
    const times = 1 + upTo(random, 60);
    return [
      ...lines.slice(0, from),
      ...Array.from({ length: times }, () => block).flat(),
      ...lines.slice(from),
    ];
  },
];

/** A text with a few faults of the kinds that hands, editors and attackers make. */
export const mutateText = (text: string, random: () => number, other: string): string => {
  const from = other.split('\n');
  const faults = 1 + upTo(random, 4);
  let lines: readonly string[] = text.split('\n');
  for (let fault = 0; fault < faults; fault += 1)
    lines = pick(random, MUTATIONS)?.(lines, random, from) ?? lines;
  return lines.join('\n');
};
