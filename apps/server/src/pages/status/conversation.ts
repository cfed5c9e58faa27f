import { STATUS_MESSAGES, type StatusFile, type StatusMessage } from '../../store/queries/status-page.ts';
import { fileSize } from '../../text/file-size.ts';
import { markdownHtml } from '../../text/markdown-html.ts';
import { shortMoment } from '../../text/moment-words.ts';
import { type Html, markup, trusted } from '../html.ts';
import type { StatusView } from '../status-view.ts';

const isCustomer = ({ kind }: StatusMessage): boolean => kind === 'customer' || kind === 'objection';

/** Staff are known by name; an address never stands for one. */
const authorWords = (message: StatusMessage, view: StatusView): string => {
  const named = message.author.includes('@') || message.author.trim() === '' ? null : message.author;
  return named ?? (isCustomer(message) ? view.words.you : view.words.support);
};

const fileItem = (file: StatusFile, { path, language }: StatusView): Html =>
  markup`<li><a href="${path}/files/${file.attachmentId}" download>${file.name}</a> <span>${fileSize(file.size, language)}</span></li>`;

const bodyOf = (message: StatusMessage, view: StatusView): Html => {
  if (message.text.trim() === '') return markup`<p class="hint">${view.words.emptyMessage}</p>`;
  // A customer's letter is shown as plain text; what staff wrote is Markdown.
  return isCustomer(message)
    ? markup`<pre class="plain">${message.text.trim()}</pre>`
    : markup`<div class="words">${trusted(markdownHtml(message.text))}</div>`;
};

const toneOf = ({ kind }: StatusMessage): string => {
  switch (kind) {
    case 'resolution':
      return ' over';
    case 'objection':
    case 'refusal':
      return ' off';
    case 'information-request':
      return ' mine';
    case 'customer':
    case 'reply':
    case 'explanation':
      return '';
  }
};

const messageItem = (message: StatusMessage, view: StatusView): Html => {
  const { words, regulation, language } = view;
  const side = isCustomer(message) ? 'customer' : message.kind === 'resolution' ? 'staff solution' : 'staff';
  const label = words.kinds[message.kind];
  const tag = label === '' ? null : markup`<span class="tag${toneOf(message)}">${label}</span>`;
  const quoted =
    message.quoted.trim() === ''
      ? null
      : markup`<details><summary>${words.quoted}</summary><pre>${message.quoted.trim()}</pre></details>`;
  const files =
    message.files.length === 0
      ? null
      : markup`<ul class="files" aria-label="${words.files}">${message.files.map((file) => fileItem(file, view))}</ul>`;
  return markup`<li class="said ${side}"><header><b>${authorWords(message, view)}</b>${tag}<time datetime="${new Date(message.at).toISOString()}">${shortMoment(regulation.zone, message.at, language)}</time></header><div class="body">${bodyOf(message, view)}${message.cut ? markup`<p class="hint">${words.restHidden}</p>` : null}${quoted}${files}</div></li>`;
};

/** What both sides wrote, oldest first. */
export const conversationSection = (view: StatusView): Html => {
  const { conversation, words } = view;
  const shown = conversation.slice(-STATUS_MESSAGES);
  const hidden = conversation.length > shown.length ? markup`<p class="hint">${words.olderHidden}</p>` : null;
  return markup`<section class="card" aria-label="${words.conversation}"><h2>${words.conversation}</h2>${hidden}<ol class="talk">${shown.map((message) => messageItem(message, view))}</ol></section>`;
};
