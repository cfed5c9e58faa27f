import { useRef, useState } from 'react';
import classes from './letter-frame.module.css';

const PAPER = `body{margin:0;padding:12px;font:14px/1.5 sans-serif;color:#1b1d24;background:#fff;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}`;
const MAX_PX = 1600;
const SPARE_PX = 4;

const pageOf = (html: string): string => {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return `<!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style nonce="${nonce}">${PAPER}</style></head><body>${html}</body></html>`;
};

/**
 * HTML of a letter, already sanitised by the server, in a frame without scripts. The frame shares our origin only so that its height
 * can be measured: without allow-scripts nothing in it runs.
 */
export function LetterFrame({ html, title }: { readonly html: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const handleLoad = () => {
    const body = frame.current?.contentDocument?.documentElement;
    if (body !== undefined && body !== null) setHeight(Math.min(body.scrollHeight + SPARE_PX, MAX_PX));
  };
  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={pageOf(html)}
      height={height}
      onLoad={handleLoad}
    />
  );
}
