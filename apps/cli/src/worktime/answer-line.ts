import { askClock } from './ask-clock.ts';
import { read, refuse, under, type LineComplaint, type Reading } from './complaint.ts';
import { isFields, missingOrUnknown, type Fields } from './fields.ts';
import { keepCalendars, type KeptCalendars } from './keep-calendars.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { readMembers, type KnownValue, type Member, type Members } from './read-members.ts';

/** The id of a line that can't be read. */
const NO_ID = 'null';

const refused = (id: string, { code, path }: LineComplaint): string =>
  `{"id":${id},"error":${JSON.stringify({ code, path })}}`;

/** A line that could not even be decoded. */
export const answerUnread = (code: string): string => refused(NO_ID, { code, path: '' });

const argsOf = (
  members: Members['members'],
  question: { readonly keys: Question['keys'] },
): Reading<Fields> => {
  const args = members.get('args');
  if (args === undefined) return refuse('missing-field', 'args');
  if (!isFields(args.value)) return refuse('wrong-type', 'args');
  const complaint = missingOrUnknown(args.value, question.keys);
  return complaint === null ? read(args.value) : { ok: false, complaint: under('args', complaint) };
};

const ask = (question: Question, members: Members['members'], calendars: KeptCalendars): Reading<unknown> => {
  const written = members.get('calendar');
  if (written === undefined) return refuse('missing-field', 'calendar');
  const kept = calendars.of(written.text, () => written.value);
  if (!kept.reading.ok) return { ok: false, complaint: under('calendar', kept.reading.complaint) };
  const args = argsOf(members, question);
  if (!args.ok) return args;
  const answer = question.ask(kept.reading.value, args.value);
  if (!answer.ok) return { ok: false, complaint: under('args', answer.complaint) };
  calendars.lookedAt(kept, answer.value.from);
  calendars.lookedAt(kept, answer.value.to);
  return read(answer.value.result);
};

const CLOCK = { keys: { required: ['calendars', 'events', 'at'], optional: [] } };

const answerMembers = (members: Members['members'], calendars: KeptCalendars): Reading<unknown> => {
  const op = members.get('op');
  if (op === undefined) return refuse('missing-field', 'op');
  if (op.value === 'clock') {
    const args = argsOf(members, CLOCK);
    if (!args.ok) return args;
    const reading = askClock(args.value, calendars);
    return reading.ok ? reading : { ok: false, complaint: under('args', reading.complaint) };
  }
  if (typeof op.value !== 'string' || !Object.hasOwn(QUESTIONS, op.value)) return refuse('unknown-op', 'op');
  return ask(QUESTIONS[op.value] as Question, members, calendars);
};

/** An id goes back as it was written: a number of any length, a text, even an object. */
const idOf = (id: Member | undefined): string => (id === undefined ? NO_ID : id.text.replaceAll('\r', ' '));

/**
 * Answers lines of `reglament worktime`: the text of a question to the text of its answer, both without an end of line.
 * Whatever the text is, there is an answer; nothing of one line changes the answer to another.
 */
export const lineAnswerer = (): ((text: string) => string) => {
  const calendars = keepCalendars();
  const known: KnownValue = (name, text, at) => {
    if (name !== 'calendar') return null;
    const last = calendars.last()?.text;
    // An object's text ends with its bracket, so no longer value can begin with it.
    return last?.startsWith('{') === true && text.startsWith(last, at) ? at + last.length : null;
  };
  return (text) => {
    const taken = readMembers(text, known);
    if (!('members' in taken)) return refused(NO_ID, taken);
    const id = idOf(taken.members.get('id'));
    if (taken.complaint !== null) return refused(id, taken.complaint);
    const answer = answerMembers(taken.members, calendars);
    return answer.ok
      ? `{"id":${id},"result":${JSON.stringify(answer.value)}}`
      : refused(id, answer.complaint);
  };
};
