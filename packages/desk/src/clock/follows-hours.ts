import type { Target } from '../regulation/regulation.ts';

/** Whether a deadline depends on the hours of its schedule, so on the days of a production calendar. */
export const followsHours = (target: Target): boolean => {
  switch (target.kind) {
    case 'working-time':
    case 'working-days':
      return true;
    case 'elapsed':
      return target.outsideHours === 'next-opening' || target.from === 'opening';
    case 'agreed-date':
      return target.pausesMoveIt;
    case 'calendar-days':
      return false;
  }
};
