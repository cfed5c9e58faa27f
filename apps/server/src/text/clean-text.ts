// With the u flag a pair is one character, so only halves without a partner match.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text from a letter made fit for the database and for people: NFC, without NUL, lone surrogates
 * replaced by U+FFFD. PostgreSQL refuses NUL and lone surrogates, and a letter may hold both.
 */
export const cleanText = (text: string): string =>
  text.replaceAll('\u0000', '').replace(LONE_SURROGATE, '\ufffd').normalize('NFC');

/** The same with every line break as one line feed. */
export const cleanBody = (text: string): string => cleanText(text).replace(/\r\n?/g, '\n');

// C0 and C1 controls, line and paragraph separators. Tabs become spaces too: a header is one line.
const LINE_BREAKING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** One line: every run of control characters and line separators becomes one space. */
export const cleanLine = (text: string): string =>
  cleanText(text.replaceAll('\u0000', '')).replace(LINE_BREAKING, ' ').trim();

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** What somebody is called, on one line: without the marks that make it read as another name. */
export const cleanName = (text: string): string => cleanLine(text.replace(TURNING, ''));

/** At most `limit` UTF-16 units, never half of a surrogate pair. */
export const cutText = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
};
