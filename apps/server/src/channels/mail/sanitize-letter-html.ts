import sanitizeHtml from 'sanitize-html';

const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i;
const NESTING_LIMIT = 100;

/**
 * An image never loads by itself: one that came with the letter waits as `data-cid`, one on a foreign
 * server as `data-remote-src` until a person asks for it.
 */
const holdImage = (tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
  const { src = '', alt, width, height } = attributes;
  const held: sanitizeHtml.Attributes = {};
  if (alt !== undefined) held['alt'] = alt;
  if (width !== undefined) held['width'] = width;
  if (height !== undefined) held['height'] = height;
  const source = src.trim();
  if (/^cid:/i.test(source)) held['data-cid'] = source.slice(4);
  else if (/^https?:\/\//i.test(source)) held['data-remote-src'] = source;
  else if (DATA_IMAGE.test(source)) held['src'] = source;
  else {
    const { 'data-cid': cid, 'data-remote-src': remote } = attributes;
    if (cid !== undefined) held['data-cid'] = cid;
    if (remote !== undefined && /^https?:\/\//i.test(remote)) held['data-remote-src'] = remote;
  }
  return { tagName, attribs: held };
};

/** Only absolute links: a relative one would lead into the page that shows the letter. */
const openElsewhere = (tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
  const href = (attributes['href'] ?? '').replace(/[\u0000-\u0020\u007f-\u00a0]+/g, '');
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return { tagName, attribs: {} };
  return { tagName, attribs: { href, rel: 'noopener noreferrer nofollow', target: '_blank' } };
};

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'caption',
    'center',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'div',
    'dl',
    'dt',
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'li',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
  ],
  // No style, class or id: a letter must not draw over the page that shows it.
  allowedAttributes: {
    a: ['href', 'rel', 'target'],
    img: ['alt', 'width', 'height', 'src', 'data-cid', 'data-remote-src'],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'align'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'template',
    'svg',
    'math',
    'xml',
    'iframe',
    'object',
    'noembed',
    'noframes',
    'plaintext',
    'xmp',
  ],
  nestingLimit: NESTING_LIMIT,
  transformTags: { img: holdImage, a: openElsewhere },
};

const ROUNDS_LIMIT = 5;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * HTML of a letter reduced to what can neither run nor load anything. Idempotent. Images become
 * placeholders (`data-cid`, `data-remote-src`), links open elsewhere and give no referrer.
 */
export const sanitizeLetterHtml = (html: string): string => {
  let clean = sanitizeHtml(html, OPTIONS);
  // Badly nested tags are closed in a place that reads differently the second time: a browser reads a
  // third time, so what is shown must be what the sanitiser itself reads the same way.
  for (let round = 1; round < ROUNDS_LIMIT; round += 1) {
    const again = sanitizeHtml(clean, OPTIONS);
    if (again === clean) return clean;
    clean = again;
  }
  return `<pre>${clean.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')}</pre>`;
};
