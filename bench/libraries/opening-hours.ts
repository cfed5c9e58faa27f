import opening_hours from 'opening_hours';
import type { Case } from './cases.ts';
import type { Contestant } from './contestant.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const ruleOf = (hours: Case): string => {
  const windows = hours.windows.map(([from, to]) => `${from}-${to}`).join(',');
  const off = hours.holidays.map((date) => {
    const [year, month, day] = date.split('-');
    return `${year} ${MONTHS[Number(month) - 1]} ${day} off`;
  });
  return [`${hours.weekend ? 'Mo-Su' : 'Mo-Fr'} ${windows}`, ...off].join('; ');
};

/** Adding is what its iterator is for: from change to change until enough was open. */
export const openingHours: Contestant = (hours) => {
  const rule = new opening_hours(ruleOf(hours), null);
  return {
    add: (start, ms) => {
      const iterator = rule.getIterator(new Date(start));
      let left = ms;
      let at = start;
      for (;;) {
        const isOpen = iterator.getState();
        if (!iterator.advance()) return isOpen ? at + left : Number.NaN;
        const next = iterator.getDate().getTime();
        if (isOpen) {
          if (next - at >= left) return at + left;
          left -= next - at;
        }
        at = next;
      }
    },
    between: (a, b) => rule.getOpenDuration(new Date(a), new Date(b))[0],
  };
};
