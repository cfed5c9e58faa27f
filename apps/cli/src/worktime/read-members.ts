import type { LineComplaint } from './complaint.ts';
import { countKeys, duplicateKey, endOfString, scanValue, skipSpace } from './scan-json.ts';

/** Deepest nesting of objects and lists in a member of the line. */
export const DEEPEST = 32;

/** One member of the line's object: its text as written, and what it says unless somebody knew it already. */
export interface Member {
  readonly text: string;
  readonly value: unknown;
}

export interface Members {
  readonly members: ReadonlyMap<string, Member>;
  /** The first of: a key that stands twice, nesting beyond `DEEPEST`. The members are those before it. */
  readonly complaint: LineComplaint | null;
}

/** Where a value known from an earlier line ends when the very same text stands at `at`; null when it is another. */
export type KnownValue = (name: string, text: string, at: number) => number | null;

const NOT_JSON: LineComplaint = { code: 'not-json', path: '' };

const readMember = (
  text: string,
  from: number,
  to: number,
  name: string,
  keys: number,
): Member | LineComplaint => {
  const own = text.slice(from, to);
  const value: unknown = JSON.parse(own);
  if (keys === countKeys(value)) return { text: own, value };
  return { code: 'duplicate-key', path: `${name}.${duplicateKey(own) ?? ''}` };
};

/**
 * Takes a line's object apart. Its members are parsed one by one, so that a calendar which many lines repeat is
 * compared and not parsed. Throws SyntaxError where the text is not JSON.
 */
const takeApart = (text: string, known: KnownValue): Members | LineComplaint => {
  const members = new Map<string, Member>();
  const names = new Set<string>();
  let complaint: LineComplaint | null = null;
  let at = skipSpace(text, 0);
  if (text[at] !== '{') {
    JSON.parse(text);
    return { code: 'not-an-object', path: '' };
  }
  at = skipSpace(text, at + 1);
  while (text[at] !== '}') {
    if (text[at] !== '"') return NOT_JSON;
    const end = endOfString(text, at);
    const name = JSON.parse(text.slice(at, end)) as string;
    at = skipSpace(text, end);
    if (text[at] !== ':') return NOT_JSON;
    at = skipSpace(text, at + 1);
    const knownEnd = known(name, text, at);
    const scanned = knownEnd === null ? scanValue(text, at) : { end: knownEnd, keys: 0, depth: 0 };
    let member: Member | LineComplaint = { text: text.slice(at, scanned.end), value: undefined };
    if (scanned.depth > DEEPEST) member = { code: 'too-deep', path: name };
    else if (knownEnd === null) member = readMember(text, at, scanned.end, name, scanned.keys);
    if (names.has(name)) member = { code: 'duplicate-key', path: name };
    names.add(name);
    if ('code' in member) {
      complaint ??= member;
      // Which of two ids is meant nobody can say.
      if (name === 'id') members.delete(name);
    } else if (complaint === null || name === 'id') members.set(name, member);
    at = skipSpace(text, scanned.end);
    if (text[at] === ',') {
      at = skipSpace(text, at + 1);
      if (text[at] !== '"') return NOT_JSON;
    } else if (text[at] !== '}') return NOT_JSON;
  }
  return skipSpace(text, at + 1) === text.length ? { members, complaint } : NOT_JSON;
};

/** The members of the object that a line is, or why it is none. */
export const readMembers = (text: string, known: KnownValue): Members | LineComplaint => {
  try {
    return takeApart(text, known);
  } catch (error) {
    if (error instanceof SyntaxError) return NOT_JSON;
    throw error;
  }
};
