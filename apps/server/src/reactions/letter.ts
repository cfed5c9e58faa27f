/** A piece of a letter; the frame says each as plain text and as HTML. Texts are plain and never trusted. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  /** A name with its value, and why. */
  | {
      readonly kind: 'fact';
      readonly name: string;
      readonly value: string;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Words of staff, Markdown. */
  | { readonly kind: 'words'; readonly author: string; readonly markdown: string }
  /** Lines to fill in when answering. */
  | { readonly kind: 'form'; readonly lines: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export interface Letter {
  /** Without the mark of desk and number, which the frame puts before it. */
  readonly subject: string;
  readonly to: 'customer' | 'staff';
  readonly blocks: readonly Block[];
  /** What an answer to this letter does; null: nothing worth saying. */
  readonly answerHint: string | null;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const strong = (text: string): Block => ({ kind: 'paragraph', text, strong: true });
export const heading = (text: string): Block => ({ kind: 'heading', text });
