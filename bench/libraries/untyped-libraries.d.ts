// What is used here of libraries that come without types.
declare module 'moment-business-time' {
  import type { Moment } from 'moment';

  interface WorkingMoment extends Moment {
    addWorkingTime(count: number, unit: string): WorkingMoment;
    workingDiff(other: Moment, unit: string, fractions: boolean): number;
  }
  interface WorkingHours {
    readonly workinghours: Readonly<Record<number, readonly string[] | null>>;
    readonly holidays: readonly string[];
  }
  const moment: {
    (ms: number): WorkingMoment;
    locale(): string;
    updateLocale(locale: string, hours: WorkingHours): void;
  };
  export default moment;
}

declare module 'serious-business-time' {
  import type { Moment } from 'moment';

  interface BusinessTime {
    addWorkingTime(date: Moment, count: number, unit: string): Moment;
    workingDiff(date: Moment, other: Moment, unit: string, fractions: boolean): number;
  }
  const serious: {
    createInstance(
      moment: unknown,
      hours: Readonly<Record<number, readonly string[] | null>>,
      holidays: readonly string[],
    ): BusinessTime;
  };
  export default serious;
}
