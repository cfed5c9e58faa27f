import {
  checkSchedule,
  compileSchedule,
  type Calendar,
  type ScheduleProblem,
  type WrittenSchedule,
} from '@reglament/working-time';
import { isFields, missingOrUnknown } from './fields.ts';
import { read, refuse, type Reading } from './complaint.ts';

const KEYS = { required: ['tz'], optional: ['week', 'exceptions'] };

/** The package names the ends of a window; on a line they are the items of a pair. */
const placeOf = ({ code, path }: ScheduleProblem): string => {
  if (path === 'zone') return 'tz';
  return code === 'time-invalid' ? path.replace(/\.from$/, '.0').replace(/\.to$/, '.1') : path;
};

/** Reads `{tz, week, exceptions}`; week and exceptions may be left out. Paths are told from the calendar. */
export const readCalendar = (value: unknown): Reading<Calendar> => {
  if (!isFields(value)) return refuse('wrong-type', '');
  const complaint = missingOrUnknown(value, KEYS);
  if (complaint !== null) return { ok: false, complaint };
  const { tz, ...days } = value;
  const schedule = { zone: tz, ...days };
  const [problem] = checkSchedule(schedule);
  if (problem !== undefined)
    return refuse(problem.code === 'not-a-schedule' ? 'wrong-type' : problem.code, placeOf(problem));
  // Sound, as has just been checked.
  return read(compileSchedule(schedule as unknown as WrittenSchedule));
};
