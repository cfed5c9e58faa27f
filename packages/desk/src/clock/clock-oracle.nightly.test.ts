import { describeClockOracle } from './test/clock-oracle-suite.ts';

// Ten times the histories, drawn from another seed each day.
describeClockOracle();
