import { sanitizeLetterHtml } from './sanitize-letter-html.ts';

const BLOCK = new Set([
  'blockquote',
  'caption',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'table',
  'tr',
  'ul',
]);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);

interface Paragraphs {
  readonly lines: string[];
  line: string;
  quoteDepth: number;
  preDepth: number;
}

const endLine = (state: Paragraphs): void => {
  const text = state.preDepth > 0 ? state.line.trimEnd() : state.line.replace(/[ \t]+/g, ' ').trim();
  state.lines.push('> '.repeat(Math.min(state.quoteDepth, 8)) + text);
  state.line = '';
};

const addText = (state: Paragraphs, text: string): void => {
  const decoded = decodeEntities(text);
  if (state.preDepth === 0) {
    state.line += decoded.replace(/[\s\u00a0]+/g, ' ');
    return;
  }
  const [first = '', ...rest] = decoded.split('\n');
  state.line += first;
  for (const line of rest) {
    endLine(state);
    state.line = line;
  }
};

const addTag = (state: Paragraphs, name: string, closing: boolean): void => {
  if (name === 'br') return endLine(state);
  if (name === 'td' || name === 'th') {
    if (!closing && state.line.trim() !== '') state.line += '  ';
    return;
  }
  if (!BLOCK.has(name)) return;
  if (state.line.trim() !== '') endLine(state);
  else state.line = '';
  if (closing && (name === 'p' || /^h[1-6]$/.test(name)) && state.lines.at(-1) !== '')
    state.lines.push('> '.repeat(Math.min(state.quoteDepth, 8)).trimEnd());
  if (name === 'blockquote') state.quoteDepth = Math.max(0, state.quoteDepth + (closing ? -1 : 1));
  if (name === 'pre') state.preDepth = Math.max(0, state.preDepth + (closing ? -1 : 1));
  if (name === 'hr') state.lines.push('________________________________');
  if (name === 'li' && !closing) state.line = '- ';
};

/**
 * Plain text of a letter that has only HTML: paragraphs, lists and table rows as lines, quotations
 * marked by ">" so that the reply can be told from what it answers.
 */
export const htmlText = (html: string): string => {
  // The sanitiser's output is well-formed with quoted attributes, so a tag really ends at ">".
  const clean = sanitizeLetterHtml(html);
  const state: Paragraphs = { lines: [], line: '', quoteDepth: 0, preDepth: 0 };
  for (const match of clean.matchAll(/<(\/?)([a-z0-9]+)(?:\s[^>]*)?>|([^<]+)/g)) {
    if (match[3] !== undefined) addText(state, match[3]);
    else addTag(state, match[2] ?? '', match[1] === '/');
  }
  if (state.line.trim() !== '') endLine(state);
  return state.lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
