import { describeClockOracle } from './test/clock-oracle-suite.ts';

describeClockOracle();
