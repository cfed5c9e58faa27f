import { describeOracle } from './test/oracle-suite.ts';

// Ten times the calendars, drawn from another seed each day.
describeOracle(() => true);
