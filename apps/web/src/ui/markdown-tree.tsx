import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import classes from './markdown.module.css';

const isSafe = (href: string): boolean => /^(https?:|mailto:)/i.test(href.trim());

const many = (tokens: readonly Token[] | undefined): ReactNode =>
  (tokens ?? []).map((token, index) => <Fragment key={index}>{one(token)}</Fragment>);

/** marked writes some characters as entities; React escapes by itself. */
const unescape = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity] ?? entity,
  );

function List({ list }: { readonly list: Tokens.List }) {
  const items = list.items.map((item, index) => <li key={index}>{many(item.tokens)}</li>);
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, index) => (
            <th key={index}>{many(cell.tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{many(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const inline = (token: Tokens.Text | Tokens.Escape): ReactNode =>
  'tokens' in token && token.tokens !== undefined ? many(token.tokens) : unescape(token.text);

const link = (token: Tokens.Link): ReactNode =>
  isSafe(token.href) ? (
    <a href={token.href} target="_blank" rel="noopener noreferrer nofollow">
      {many(token.tokens)}
    </a>
  ) : (
    token.raw
  );

const one = (token: Token): ReactNode => {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return <p>{many(token.tokens)}</p>;
    case 'heading':
      return <h3>{many(token.tokens)}</h3>;
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'blockquote':
      return <blockquote>{many(token.tokens)}</blockquote>;
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{many(token.tokens)}</strong>;
    case 'em':
      return <em>{many(token.tokens)}</em>;
    case 'del':
      return <del>{many(token.tokens)}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'link':
      return link(token as Tokens.Link);
    case 'text':
    case 'escape':
      return inline(token as Tokens.Text);
    // Raw HTML, images and whatever marked learns later stay what was typed.
    default:
      return token.raw;
  }
};

/** Markdown as elements. No HTML string is ever made, so nothing in it can run. */
export default function MarkdownTree({ text }: { readonly text: string }) {
  return <div className={classes.markdown}>{many(lexer(text, { gfm: true, breaks: true }))}</div>;
}
