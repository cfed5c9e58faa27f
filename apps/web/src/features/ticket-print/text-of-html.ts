const BLOCK_END = /<(?:br|hr|\/(?:p|div|tr|li|h[1-6]|table|blockquote|pre))\b[^>]*>/gi;

/** The words of a letter that came as HTML alone, a line for each of its blocks; nothing of it is run or loaded. */
export const textOfHtml = (html: string): string =>
  (new DOMParser().parseFromString(html.replaceAll(BLOCK_END, '$&\n'), 'text/html').body.textContent ?? '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim();
