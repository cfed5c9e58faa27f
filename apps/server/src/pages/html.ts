import { escapeHtml } from '../text/escape-html.ts';

/** HTML that is safe as it stands: only `html` and `trusted` make it. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | null | false | readonly Piece[];

const markupOf = (piece: Piece): string => {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(markupOf).join('');
};

/** Markup with its values escaped, between tags and inside quoted attributes; null and false are nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html => ({
  markup: parts.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part),
});

/** Markup that was made safe elsewhere. */
export const trusted = (markup: string): Html => ({ markup });

export const nothing: Html = { markup: '' };
