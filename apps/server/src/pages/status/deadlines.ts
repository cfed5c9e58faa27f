import type { Clock } from '@reglament/desk';
import { type Deadline, deadlineOf } from '../../text/deadline-words.ts';
import { clauseOf } from '../../text/regulation-names.ts';
import { type Html, markup } from '../html.ts';
import type { StatusFacts, StatusView } from '../status-view.ts';
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

/** Why no deadline is shown; null: some are. */
export const noDeadlines = ({ found, words, regulation }: StatusFacts): string | null => {
  const { ticket } = found;
  if (ticket.clocks.length > 0) return null;
  const waits =
    regulation.priorityRules !== null &&
    (ticket.priority ?? ticket.supposedPriority) === null &&
    ticket.state === 'new';
  return waits ? words.waitsForPriority : words.noDeadlines;
};

/** Clocks in the order shown: those that still count, then those that have ended. */
export const shownClocks = ({ found }: StatusFacts): readonly Clock[] => {
  const { clocks } = found.ticket;
  return [
    ...clocks.filter(({ status }) => status !== 'stopped'),
    ...clocks.filter(({ status }) => status === 'stopped'),
  ];
};

/** Clocks with a picture of what is spent, the deadline and how it came about. */
export const deadlinesSection = (view: StatusView): Html => {
  const why = noDeadlines(view);
  const none = why === null ? null : markup`<p class="hint">${why}</p>`;
  return markup`<section class="card"><h2>${view.words.deadlines}</h2>${none}${shownClocks(view).map((clock) => clockItem(clock, view))}</section>`;
};
