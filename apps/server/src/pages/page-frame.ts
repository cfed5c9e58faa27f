import type { Language } from '@reglament/desk';
import { type Html, markup, trusted } from './html.ts';
import { pageStyle } from './page-style.ts';
import { pageWords } from './words.ts';

export interface PageFrame {
  readonly title: string;
  readonly language: Language;
  /** Of the one style element, for the page's Content-Security-Policy. */
  readonly nonce: string;
  readonly deskName: string | null;
  /** The same page in the other language; null: no switch. */
  readonly otherLanguageUrl: string | null;
}

const sign = trusted(
  '<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path d="M5 2.5v15M5 3h5.2a4.2 4.2 0 0 1 0 8.4H5" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/><circle cx="14.6" cy="16.4" r="2.1"/></svg>',
);

// In the page itself, or the browser would ask for a file that is not there.
const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 20 20%22%3E%3Cpath d=%22M5 2.5v15M5 3h5.2a4.2 4.2 0 0 1 0 8.4H5%22 fill=%22none%22 stroke=%22%235468d4%22 stroke-width=%222.6%22/%3E%3Ccircle cx=%2214.6%22 cy=%2216.4%22 r=%222.1%22 fill=%22%23e09b1a%22/%3E%3C/svg%3E';

/** A whole public page around its main part. */
export const pageFrame = (frame: PageFrame, main: Html): string => {
  const words = pageWords[frame.language];
  const other = frame.language === 'ru' ? 'en' : 'ru';
  return markup`<!doctype html>
<html lang="${frame.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no"><title>${frame.title}</title><link rel="icon" href="${trusted(icon)}"><style nonce="${frame.nonce}">${trusted(pageStyle)}</style></head>
<body><a class="skip" href="#main">${words.skip}</a><header class="top"><div>${frame.deskName === null ? markup`<span class="mark">${sign}${words.product}</span>` : markup`<span class="mark">${sign}${frame.deskName}</span><span class="by">${words.product}</span>`}${frame.otherLanguageUrl === null ? null : markup`<a href="${frame.otherLanguageUrl}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>`}</div></header>
${main}
</body></html>
`.source;
};
