import { lazy, Suspense } from 'react';
import { PlainText } from './plain-text.tsx';

const MarkdownTree = lazy(() => import('./markdown-tree.tsx'));

/** Markdown; its source is shown while the reader of Markdown loads. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <MarkdownTree text={text} />
    </Suspense>
  );
}
