import { escapeHtml } from '../text/escape-html.ts';

/** HTML that is safe as it stands: only `markup` and `trusted` make it. */
export interface Html {
  readonly source: string;
}

type Piece = Html | string | number | null | false | readonly Piece[];

const markupOf = (piece: Piece): string => {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'source' in piece ? piece.source : piece.map(markupOf).join('');
};

/**
 * Markup with its values escaped, between tags and inside quoted attributes; null and false are nothing. Not named `html`:
 * a formatter that knows the name adds white space, which counts inside of a text area.
 */
export const markup = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html => ({
  source: parts.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part),
});

/** Markup that was made safe elsewhere. */
export const trusted = (source: string): Html => ({ source });
