import type { ProblemCode } from '@reglament/contract';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ProblemCode; readonly pointer: string };

const MAX_DEPTH = 32;
const MAX_ITEMS = 10_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

interface Level {
  /** null: an array. */
  readonly keys: Set<string> | null;
  /** The key or index that the next value stands under. */
  at: string | number;
  items: number;
}

interface Walk {
  readonly levels: Level[];
  keyNext: boolean;
}

interface Fault {
  readonly code: ProblemCode;
  /** Told for faults of one value; a pointer into something too large would be no help. */
  readonly pointed: boolean;
}

const fault = (code: ProblemCode, pointed = true): Fault => ({ code, pointed });

/** RFC 6901. */
const pointerOf = (levels: readonly Level[]): string =>
  levels.map((l) => `/${String(l.at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\],:]/g;

const faultOfText = (walk: Walk, token: string): Fault | null => {
  const value = JSON.parse(token) as string;
  const level = walk.levels.at(-1);
  if (walk.keyNext && level?.keys) {
    level.at = value;
    if (level.keys.has(value)) return fault('duplicate-key');
    if (value === '__proto__') return fault('unknown-field');
    level.keys.add(value);
  }
  return value.includes('\u0000') || loneSurrogate.test(value) ? fault('invalid-text') : null;
};

const faultOfNumber = (token: string): Fault | null => {
  const value = Number(token);
  return !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER || Object.is(value, -0)
    ? fault('number-range')
    : null;
};

const enter = (walk: Walk, token: '{' | '['): Fault | null => {
  walk.levels.push({ keys: token === '{' ? new Set() : null, at: token === '{' ? '' : 0, items: 0 });
  walk.keyNext = token === '{';
  return walk.levels.length > MAX_DEPTH ? fault('too-complex', false) : null;
};

const faultOf = (walk: Walk, token: string): Fault | null => {
  const level = walk.levels.at(-1);
  switch (token) {
    case '{':
    case '[':
      return enter(walk, token);
    case '}':
    case ']':
      walk.levels.pop();
      walk.keyNext = false;
      return null;
    case ',':
      if (level === undefined) return null;
      level.items += 1;
      if (typeof level.at === 'number') level.at += 1;
      walk.keyNext = level.keys !== null;
      return level.items >= MAX_ITEMS ? fault('too-complex', false) : null;
    case ':':
      walk.keyNext = false;
      return null;
    default:
      return token.startsWith('"') ? faultOfText(walk, token) : faultOfNumber(token);
  }
};

/** Walks the tokens of valid JSON for what JSON.parse forgives: repeated keys, depth, size, numbers that lose their value, texts that can't be kept. */
const findFault = (text: string): ReadJson | null => {
  const walk: Walk = { levels: [], keyNext: false };
  for (const [token] of text.matchAll(tokens)) {
    const found = faultOf(walk, token);
    if (found !== null)
      return { ok: false, code: found.code, pointer: found.pointed ? pointerOf(walk.levels) : '' };
  }
  return null;
};

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** JSON but for numbers that are none: a client whose arithmetic went wrong is told so. */
const isNumberTrouble = (text: string): boolean =>
  /NaN|Infinity/.test(text) &&
  parses(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
      token.startsWith('"') ? token : '0',
    ),
  );

/** Reads a request body strictly: what could be misread or not kept is refused, not repaired. */
export const readJson = (bytes: Uint8Array): ReadJson => {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { ok: false, code: 'invalid-text', pointer: '' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: isNumberTrouble(text) ? 'number-range' : 'malformed-json', pointer: '' };
  }
  return findFault(text) ?? { ok: true, value };
};
