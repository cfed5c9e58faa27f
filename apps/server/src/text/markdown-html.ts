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

/** Markdown of staff as HTML that can neither run nor load anything. */
export const markdownHtml = (markdown: string): string => {
  if (DEEPEST_LINE.test(markdown)) return `<p>${escapeHtml(markdown).replaceAll('\n', '<br>')}</p>`;
  return sanitizeHtml(marked.parse(markdown, { async: false }), ALLOWED).trim();
};
