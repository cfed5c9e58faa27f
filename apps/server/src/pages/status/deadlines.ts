import type { Clock } from '@reglament/desk';
import { type Deadline, deadlineOf } from '../../text/deadline-words.ts';
import { clauseOf } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusView } from '../status-view.ts';
import { timelinePicture } from './timeline-picture.ts';

const clauseNote = (id: string, { regulation, words, language }: StatusView): Html | null => {
  const clause = clauseOf(regulation, id);
  if (clause === null) return null;
  return markup`<p class="clause"><b>${words.rule} ${clause.id}</b>, ${clause.place}. ${clause.says[language]}</p>`;
};

const statusClass = ({ status }: Deadline): string => (status === 'met-late' ? 'missed' : status);

const leftLine = ({ left, used, status }: Deadline, { words }: StatusView): Html | null => {
  const share = used === null || status === 'never' ? null : words.used(Math.floor(used * 100));
  const parts = [left, left === null ? null : share].filter((part) => part !== null);
  return parts.length === 0 ? null : markup`<p class="left">${parts.join(' · ')}</p>`;
};

const clockItem = (clock: Clock, view: StatusView): Html => {
  const deadline = deadlineOf(clock, view, view.language);
  // The rule's own text stands below in full.
  const reasons = deadline.reasons.filter((_, index) => index !== 1);
  return markup`<div class="clock"><p class="name">${deadline.name}</p>
<p class="due ${statusClass(deadline)}">${deadline.says}</p>${leftLine(deadline, view)}
${timelinePicture({ trace: deadline.trace, name: deadline.name, now: view.now, language: view.language })}
<details class="why"><summary>${view.words.why}</summary><ol>${reasons.map((reason) => markup`<li>${reason}</li>`)}</ol>${clauseNote(deadline.clause, view)}</details></div>`;
};

/** Clocks with a picture of what is spent, the deadline and how it came about. */
export const deadlinesSection = (view: StatusView): Html => {
  const { found, words, regulation } = view;
  const { ticket } = found;
  const open = ticket.clocks.filter(({ status }) => status !== 'stopped');
  const ended = ticket.clocks.filter(({ status }) => status === 'stopped');
  const waits =
    ticket.clocks.length === 0 &&
    regulation.priorityRules !== null &&
    (ticket.priority ?? ticket.supposedPriority) === null &&
    ticket.state === 'new';
  const none =
    open.length > 0 || ended.length > 0
      ? null
      : markup`<p class="hint">${waits ? words.waitsForPriority : words.noDeadlines}</p>`;
  return markup`<section class="card"><h2>${words.deadlines}</h2>${none}${[...open, ...ended].map((clock) => clockItem(clock, view))}</section>`;
};
