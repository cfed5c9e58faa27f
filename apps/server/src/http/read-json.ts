import type { ProblemCode } from '@reglament/contract';

export type ReadJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: ProblemCode; readonly pointer: string };

const MAX_DEPTH = 32;
const MAX_ITEMS = 10_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const no = (code: ProblemCode, pointer: string): ReadJson => ({ ok: false, code, pointer });

interface Level {
  readonly keys: Set<string> | null;
  items: number;
}

const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\],:]/g;

/** Walks the tokens of valid JSON for what JSON.parse forgives: repeated keys, depth, size, numbers that lose their value, texts that can't be kept. */
const findFault = (text: string): ReadJson | null => {
  const levels: Level[] = [];
  let keyNext = false;
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      levels.push({ keys: token === '{' ? new Set() : null, items: 0 });
      if (levels.length > MAX_DEPTH) return no('too-complex', '');
      keyNext = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      keyNext = false;
    } else if (token === ',') {
      if (level !== undefined && ++level.items >= MAX_ITEMS) return no('too-complex', '');
      keyNext = level?.keys !== null;
    } else if (token === ':') {
      keyNext = false;
    } else if (token.startsWith('"')) {
      const value = JSON.parse(token) as string;
      if (value.includes('\u0000') || loneSurrogate.test(value)) return no('invalid-text', '');
      if (keyNext && level?.keys) {
        if (level.keys.has(value)) return no('duplicate-key', `/${value}`);
        if (value === '__proto__') return no('unknown-field', '/__proto__');
        level.keys.add(value);
      }
    } else {
      const value = Number(token);
      if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER || Object.is(value, -0)) return no('number-range', '');
    }
  }
  return null;
};

/** Reads a request body strictly: what could be misread or not kept is refused, not repaired. */
export const readJson = (bytes: Buffer): ReadJson => {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return no('invalid-text', '');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no('malformed-json', '');
  }
  return findFault(text) ?? { ok: true, value };
};
