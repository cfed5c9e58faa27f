import type { ClockRule, Regulation, Target, TargetRow } from '../regulation/regulation.ts';
import { variant } from './shipped-regulations.ts';

/** The same promise by the other reading of its start, or of a pause (R17, R18, R19). */
const otherwise = (target: Target): Target => {
  switch (target.kind) {
    case 'elapsed':
      return { ...target, from: 'opening' };
    case 'working-time':
      return { kind: 'elapsed', ms: target.ms * 3, outsideHours: 'next-opening', from: 'opening' };
    case 'working-days':
      return { ...target, from: 'opening' };
    case 'calendar-days':
    case 'agreed-date':
      return target;
  }
};

const halved = (target: Target): Target =>
  target.kind === 'working-time' || target.kind === 'elapsed' ? { ...target, ms: target.ms / 2 } : target;

const typed = (row: TargetRow, types: readonly string[], within: Target | null): TargetRow => ({
  ...row,
  types,
  within,
});

/** Each row as it is, and once more for one type shorter and for another as no promise at all. */
const byType = (rows: readonly TargetRow[], [shorter, none]: readonly string[]): readonly TargetRow[] =>
  rows.flatMap((row) => [
    row,
    ...(shorter === undefined ? [] : [typed(row, [shorter], row.within && halved(row.within))]),
    ...(none === undefined ? [] : [typed(row, [none], null)]),
  ]);

const reread = (clock: ClockRule): ClockRule => ({
  ...clock,
  afterPause: 'closing-time',
  figureBy: 'set-priority',
  onObjection: 'restart',
  onBounce: 'leave',
  targets: clock.targets.map((row) => ({ ...row, within: row.within && otherwise(row.within) })),
});

const restopped = (clock: ClockRule): ClockRule => ({
  ...clock,
  stops: clock.stops.flatMap((stop) =>
    stop === 'registration-notice' || stop === 'public-reply' ? ['human-notice', 'taken'] : [stop],
  ),
});

const anew = (regulation: Regulation): Regulation => ({
  ...regulation,
  priorityRules:
    regulation.priorityRules === null
      ? null
      : { ...regulation.priorityRules, changeCounts: 'from-change', staffChange: 'free' },
});

/** Ways in which every shipped regulation is read otherwise. */
export const OTHER_READINGS: readonly ((regulation: Regulation) => Regulation)[] = [
  (regulation) => ({ ...regulation, clocks: regulation.clocks.map(reread) }),
  (regulation) => ({
    ...regulation,
    clocks: regulation.clocks.map((clock) => ({
      ...restopped(clock),
      targets: byType(
        clock.targets,
        regulation.ticketTypes.map(({ id }) => id),
      ),
    })),
  }),
  anew,
  (regulation) => ({
    ...anew(regulation),
    clocks: regulation.clocks.map((clock) => ({
      ...reread(clock),
      targets: byType(
        reread(clock).targets,
        regulation.ticketTypes.map(({ id }) => id),
      ),
    })),
  }),
  (regulation) => ({ ...regulation, localTime: 'customer' }),
  (regulation) => ({
    ...anew(regulation),
    localTime: 'site',
    clocks: regulation.clocks.map(reread),
  }),
];

const known = new Map<string, string>();

/** A shipped regulation by another reading; returns the id by which stories know it. */
export const readOtherwise = (id: string, reading: number): string => {
  const name = `${id} ${reading}`;
  const change = OTHER_READINGS[reading];
  if (change === undefined) throw new Error(`no reading ${reading}`);
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = variant(id, `reading ${reading}`, change);
  known.set(name, made);
  return made;
};
