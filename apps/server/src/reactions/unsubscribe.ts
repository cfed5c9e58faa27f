import type { Language } from '@reglament/desk';
import { escapeHtml } from '../text/escape-html.ts';
import type { RenderedNotice } from './notice-facts.ts';

/** The letter with a way to have no more of its kind, below everything else. */
export const withUnsubscribe = (words: RenderedNotice, url: string, language: Language): RenderedNotice => {
  const says = language === 'ru' ? 'Не присылать такие письма' : 'No more letters of this kind';
  const link = `<p style="margin:24px 0 0;font-size:13px;color:#5f6472"><a href="${escapeHtml(url)}" style="color:#5f6472">${says}</a></p>`;
  return {
    ...words,
    text: `${words.text.trimEnd()}\n\n${says}: ${url}\n`,
    html: words.html.replace(/<\/div><\/body>/, () => `${link}</div></body>`),
  };
};
