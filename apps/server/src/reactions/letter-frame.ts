import type { Language } from '@reglament/desk';
import { cleanBody, cleanLine } from '../text/clean-text.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { markdownHtml } from '../text/markdown-html.ts';
import type { Block, Letter } from './letter.ts';
import type { NoticeFacts, RenderedNotice } from './notice-facts.ts';

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return block.text.toUpperCase();
    case 'fact':
      return [`${block.name}: ${block.value}`, ...block.notes.map((note) => `  ${note}`)].join('\n');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'words':
      return `${block.author}:\n\n${block.markdown.trim()}`;
    case 'form':
      return block.lines.join('\n');
    case 'link':
      return `${block.label}:\n${block.url}`;
  }
};

// Colours are left to the reader's own scheme; greys and the button keep their contrast on both.
const STYLE = {
  heading: 'margin:28px 0 8px;font-size:16px;font-weight:600',
  text: 'margin:0 0 12px',
  note: 'margin:2px 0 0;font-size:14px;opacity:.78',
  form: 'margin:0 0 12px;padding:12px 14px;border:1px dashed #8a8fa0;border-radius:8px;white-space:pre-wrap;font:inherit',
  words: 'margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #5468d4',
  author: 'margin:0 0 6px;font-weight:600',
  button:
    'display:inline-block;padding:10px 18px;border-radius:8px;background:#3b50b8;color:#ffffff;font-weight:600;text-decoration:none',
  address: 'margin:6px 0 0;font-size:13px;opacity:.78;word-break:break-all',
} as const;

const element = (name: string, style: string, inside: string): string =>
  `<${name} style="${style}">${inside}</${name}>`;
// A number stays with its sign and with what it counts.
const glued = (text: string): string =>
  text.replaceAll('№ ', '№\u00a0').replace(/(?<=\d) (?=\p{L})/gu, '\u00a0');
const lines = (text: string): string => escapeHtml(glued(text)).replaceAll('\n', '<br>');

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return element(
        'p',
        STYLE.text,
        block.strong === true ? `<strong>${lines(block.text)}</strong>` : lines(block.text),
      );
    case 'heading':
      return element('h2', STYLE.heading, escapeHtml(block.text));
    case 'fact': {
      const notes = block.notes.map((note) => element('div', STYLE.note, lines(note))).join('');
      return element(
        'div',
        STYLE.text,
        `${escapeHtml(block.name)}: <strong>${lines(block.value)}</strong>${notes}`,
      );
    }
    case 'list':
      return element(
        'ul',
        'margin:0 0 12px;padding-left:20px',
        block.items.map((item) => `<li>${lines(item)}</li>`).join(''),
      );
    case 'words':
      return (
        element('p', STYLE.author, escapeHtml(block.author)) +
        element('div', STYLE.words, markdownHtml(block.markdown))
      );
    case 'form':
      return element('div', STYLE.form, lines(block.lines.join('\n')));
    case 'link': {
      const url = escapeHtml(block.url);
      return element(
        'div',
        'margin:20px 0',
        `<a href="${url}" style="${STYLE.button}">${escapeHtml(block.label)}</a>${element('div', STYLE.address, url)}`,
      );
    }
  }
};

const page = (title: string, body: string, language: Language): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px 16px"><div style="max-width:600px;margin:0 auto;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif">
${body}
</div></body></html>
`;

const cleaned = (block: Block): Block => {
  switch (block.kind) {
    case 'words':
      return { ...block, author: cleanLine(block.author), markdown: cleanBody(block.markdown) };
    case 'list':
      return { ...block, items: block.items.map(cleanLine) };
    case 'form':
      return {
        ...block,
        lines: block.lines.map((line) => (line.endsWith(' ') ? `${cleanLine(line)} ` : cleanLine(line))),
      };
    case 'fact':
      return {
        ...block,
        name: cleanLine(block.name),
        value: cleanLine(block.value),
        notes: block.notes.map(cleanLine),
      };
    case 'paragraph':
    case 'heading':
      return { ...block, text: cleanLine(block.text) };
    case 'link':
      return { ...block, label: cleanLine(block.label) };
  }
};

const closing = (letter: Letter, facts: NoticeFacts, language: Language): readonly Block[] => {
  const say = (ru: string, en: string): string => (language === 'ru' ? ru : en);
  const link: Block =
    letter.to === 'staff'
      ? {
          kind: 'link',
          label: say('Открыть заявку', 'Open the ticket'),
          url: facts.staff?.ticketUrl ?? facts.statusUrl,
        }
      : {
          kind: 'link',
          label: say('Открыть страницу заявки', 'Open the ticket’s page'),
          url: facts.statusUrl,
        };
  const hint: readonly Block[] =
    letter.answerHint === null ? [] : [{ kind: 'paragraph', text: letter.answerHint }];
  return [link, ...hint, { kind: 'paragraph', text: facts.deskName[language] }];
};

/** A letter as text and as HTML: the one place where a block of it becomes either. */
export const frameBlocks = (title: string, blocks: readonly Block[], language: Language): RenderedNotice => {
  const subject = cleanLine(title);
  const clean = blocks.map(cleaned);
  return {
    subject,
    text: `${clean.map(blockText).join('\n\n')}\n`,
    html: page(subject, clean.map(blockHtml).join('\n'), language),
  };
};

/** Every letter about a ticket in the same shape: what it is about, the way to the ticket's page, what an answer does, who writes. */
export const letterFrame = (letter: Letter, facts: NoticeFacts, language: Language): RenderedNotice =>
  frameBlocks(
    `[${facts.deskName[language]} №${facts.number}] ${letter.subject}`,
    [...letter.blocks, ...closing(letter, facts, language)],
    language,
  );
