/** Where a JSON value ends, and what was seen on the way. Says nothing about whether it is sound: `JSON.parse` does. */
export interface ScannedValue {
  /** Just after its last character. */
  readonly end: number;
  /** Colons outside strings: as many as it has keys. */
  readonly keys: number;
  readonly depth: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
const opens = (code: number): boolean => code === 0x7b || code === 0x5b;
const closes = (code: number): boolean => code === 0x7d || code === 0x5d;

/** The first place from `at` on that is not white space. */
export const skipSpace = (text: string, at: number): number => {
  let next = at;
  while (isSpace(text.charCodeAt(next))) next += 1;
  return next;
};

/** Just after the string that begins with the quote at `at`; the text's length when nothing ends it. */
export const endOfString = (text: string, at: number): number => {
  let next = at + 1;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === QUOTE) return next + 1;
    next += code === BACKSLASH ? 2 : 1;
  }
  return text.length;
};

/** Walks over the value that begins at `at`, by quotes and brackets alone. */
export const scanValue = (text: string, at: number): ScannedValue => {
  let next = at;
  let [keys, depth, deepest] = [0, 0, 0];
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (depth === 0 && (code === COMMA || closes(code) || isSpace(code))) break;
    if (code === QUOTE) {
      next = endOfString(text, next);
      continue;
    }
    if (opens(code)) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (closes(code)) depth -= 1;
    else if (code === COLON) keys += 1;
    next += 1;
  }
  return { end: next, keys, depth: deepest };
};

/** How many keys a parsed value has, all its objects together. */
export const countKeys = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const items: readonly unknown[] = Object.values(value);
  let count = Array.isArray(value) ? 0 : items.length;
  for (const item of items) count += countKeys(item);
  return count;
};

/** The dotted path of the first key that its object has twice; null when there is none. `text` is sound JSON. */
export const duplicateKey = (text: string): string | null => {
  const at = (from: number, path: string): { readonly end: number; readonly found: string | null } => {
    const start = skipSpace(text, from);
    const open = text[start];
    if (open !== '{' && open !== '[') return { end: scanValue(text, start).end, found: null };
    const seen = new Set<string>();
    let next = skipSpace(text, start + 1);
    for (let index = 0; text[next] !== '}' && text[next] !== ']'; index += 1) {
      let name = String(index);
      if (open === '{') {
        const end = endOfString(text, next);
        name = JSON.parse(text.slice(next, end)) as string;
        next = skipSpace(text, end) + 1;
      }
      const inner = path === '' ? name : `${path}.${name}`;
      if (seen.has(name)) return { end: next, found: inner };
      seen.add(name);
      const item = at(next, inner);
      if (item.found !== null) return item;
      next = skipSpace(text, item.end);
      if (text[next] === ',') next = skipSpace(text, next + 1);
    }
    return { end: next + 1, found: null };
  };
  return at(0, '').found;
};
