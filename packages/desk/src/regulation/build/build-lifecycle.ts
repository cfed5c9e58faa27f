import { clauseAt, type BuildContext } from './build-context.ts';
import { namedAt } from './build-named.ts';
import { type AutoClose, type Lifecycle } from '../handling-rules.ts';
import { parseTarget } from '../parse-target.ts';

const WARN_BEFORE = /^(?<days>\d{1,3}) days? before$/u;
const DAY_MS = 86_400_000;

const closingTerm = (text: string): AutoClose['after'] | null => {
  const target = parseTarget(text);
  if (target?.kind === 'calendar-days') return { kind: 'calendar-days', days: target.days };
  if (target?.kind === 'elapsed' && target.outsideHours === 'keep' && target.from === undefined)
    return { kind: 'elapsed', ms: target.ms };
  return null;
};

const daysOf = (after: AutoClose['after']): number =>
  after.kind === 'calendar-days' ? after.days : after.ms / DAY_MS;

const buildAutoClose = (context: BuildContext): AutoClose | null => {
  const file = context.file.lifecycle['auto-close'];
  const path = ['lifecycle', 'auto-close'];
  if (file === 'never') return null;
  const after = closingTerm(file.after);
  const warn = Number(WARN_BEFORE.exec(file.warn)?.groups?.['days'] ?? Number.NaN);
  if (after === null) context.problems.add('bad-closing-term', [...path, 'after'], { value: file.after });
  if (!Number.isInteger(warn) || (after !== null && warn >= daysOf(after)))
    context.problems.add('bad-warning', [...path, 'warn'], { value: file.warn });
  return {
    after: after ?? { kind: 'calendar-days', days: 1 },
    warnDaysBefore: warn,
    stoppedBy: file['stopped-by'] ?? 'any-message',
    dayOff: file['day-off'] ?? 'stays',
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

const buildAfterClosing = (context: BuildContext): Lifecycle['afterClosing'] => {
  const file = context.file.lifecycle['after-closing'];
  const path = ['lifecycle', 'after-closing'];
  if (file === undefined) return { reopensWithinDays: null, clause: null };
  const clause = clauseAt(context, file.clause, [...path, 'clause']);
  if (file.reply === 'new-ticket') return { reopensWithinDays: null, clause };
  const within = parseTarget(file.within);
  if (within?.kind !== 'calendar-days')
    context.problems.add('bad-reopening-term', [...path, 'within'], { value: file.within });
  return { reopensWithinDays: within?.kind === 'calendar-days' ? within.days : null, clause };
};

export const buildLifecycle = (context: BuildContext): Lifecycle => {
  const file = context.file.lifecycle;
  const at = (key: string, clause: string) => clauseAt(context, clause, ['lifecycle', key, 'clause']);
  const expiry = file['after-expiry'];
  const answers = file['answers-by'];
  const told = file.acknowledgement;
  return {
    acknowledgement:
      told === undefined ? null : { over: told.over, clause: at('acknowledgement', told.clause) },
    objectionNeedsReason: file.confirmation['objection-needs-reason'],
    confirmationClause: at('confirmation', file.confirmation.clause),
    autoClose: buildAutoClose(context),
    afterClosing: buildAfterClosing(context),
    afterExpiry:
      expiry === undefined
        ? { ticket: 'served-to-its-end', clause: null }
        : { ticket: expiry.ticket, clause: at('after-expiry', expiry.clause) },
    split:
      file.split === undefined ? null : { clocks: file.split.clocks, clause: at('split', file.split.clause) },
    merge:
      file.merge === undefined ? null : { clocks: file.merge.clocks, clause: at('merge', file.merge.clause) },
    answersBy:
      answers === undefined ? null : { means: answers.means, clause: at('answers-by', answers.clause) },
    outcomes: namedAt(context, file.outcomes ?? {}, ['lifecycle', 'outcomes']),
  };
};
