import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from './escape-html.ts';

// HTML typed into Markdown is shown as it was typed, and an image never loads: its description stands for it.
const marked = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    html: ({ text, block }) => (block ? `<p>${escapeHtml(text.trim())}</p>` : escapeHtml(text)),
    image: ({ text }) => escapeHtml(text),
  },
});

/** The second wall: whatever the Markdown reader lets through is reduced to this. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  nestingLimit: 60,
  transformTags: {
    // A message's headings stand under the page's own.
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href }) => ({
      tagName,
      attribs: href === undefined ? {} : { href, rel: 'noopener noreferrer nofollow' },
    }),
  },
};

/** Nobody nests a thousand quotations; the reader would run out of stack on them. */
const DEEPEST_LINE = /^[>\s]{200}/m;

/** The reader's time grows with the square of a paragraph: a pasted log of one is shown as it stands. */
const LONGEST_PARAGRAPH = 4000;

/** Fenced code is not read for marks, so it may be long. */
const isCostly = (markdown: string): boolean => {
  let paragraph = 0;
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (/^(?:```|~~~)/.test(line)) fenced = !fenced;
    paragraph = fenced || line.trim() === '' ? 0 : paragraph + line.length + 1;
    if (paragraph > LONGEST_PARAGRAPH) return true;
  }
  // A fence that nobody closes is no fence to everybody.
  return fenced && isCostly(markdown.replaceAll(/^(?:```|~~~)/gm, ''));
};

const plainHtml = (text: string): string => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

/** Markdown of staff as HTML that can neither run nor load anything; what can't be read in time or depth is shown as typed. */
export const markdownHtml = (markdown: string): string => {
  if (DEEPEST_LINE.test(markdown) || isCostly(markdown)) return plainHtml(markdown);
  try {
    return sanitizeHtml(marked.parse(markdown, { async: false }), ALLOWED).trim();
  } catch (error) {
    if (error instanceof RangeError) return plainHtml(markdown);
    throw error;
  }
};
