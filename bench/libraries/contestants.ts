import type { Contestant } from './contestant.ts';

interface Entry {
  /** As the tables say. */
  readonly name: string;
  /** The npm package, for its version. */
  readonly library: string | null;
  readonly zones: string;
  /** Loaded in the process that runs it: some change the library they share. */
  readonly load: () => Promise<Contestant>;
}

export const OURS = 'reglament';

/** Everybody who counts in JavaScript, ours first. */
export const CONTESTANTS: Readonly<Record<string, Entry>> = {
  [OURS]: {
    name: '@reglament/working-time',
    library: null,
    zones: 'any',
    load: async () => (await import('./reglament.ts')).reglament,
  },
  'opening-hours': {
    name: 'opening_hours',
    library: 'opening_hours',
    zones: "the process's",
    load: async () => (await import('./opening-hours.ts')).openingHours,
  },
  luxon: {
    name: 'Luxon, a loop over days',
    library: 'luxon',
    zones: 'any',
    load: async () => (await import('./luxon-day-loop.ts')).luxonDayLoop,
  },
  dayjs: {
    name: 'dayjs-business-time',
    library: 'dayjs-business-time',
    zones: "the process's",
    load: async () => (await import('./business-time-libraries.ts')).dayjsBusiness,
  },
  moment: {
    name: 'moment-business-time',
    library: 'moment-business-time',
    zones: "the process's",
    load: async () => (await import('./business-time-libraries.ts')).momentBusinessTime,
  },
  serious: {
    name: 'serious-business-time',
    library: 'serious-business-time',
    zones: "the process's",
    load: async () => (await import('./business-time-libraries.ts')).seriousBusinessTime,
  },
  minutes: {
    name: 'a loop over minutes',
    library: null,
    zones: "the process's",
    load: async () => (await import('./minute-loop.ts')).minuteLoop,
  },
};
