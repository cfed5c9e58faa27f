import type { LetterHeaders } from './letter-headers.ts';

/**
 * Comments and quoted strings hold what the sender chose, so a verdict must not be read from them.
 * An unclosed one hides the rest: a verdict that cannot be read for certain is no verdict.
 */
const withoutSenderWords = (value: string): string => {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index];
    if (character === '\\') index += 1;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
};

/**
 * DMARC verdict of the topmost Authentication-Results that our own server wrote. Servers prepend, so
 * one further down with the same name came with the letter; it is never looked at, not even when the
 * topmost is silent about DMARC.
 */
export const authenticationOf = (
  headers: LetterHeaders,
  trustedAuthserv: string | null,
): 'pass' | 'fail' | 'none' => {
  if (trustedAuthserv === null || trustedAuthserv === '') return 'none';
  for (const value of headers.all('authentication-results')) {
    const [server = '', ...verdicts] = withoutSenderWords(value).split(';');
    if (server.trim().split(/\s+/)[0]?.toLowerCase() !== trustedAuthserv.toLowerCase()) continue;
    const found = verdicts.map((one) => /^\s*dmarc\s*=\s*([a-z]+)/i.exec(one)?.[1]?.toLowerCase());
    if (found.includes('fail')) return 'fail';
    return found.includes('pass') ? 'pass' : 'none';
  }
  return 'none';
};
