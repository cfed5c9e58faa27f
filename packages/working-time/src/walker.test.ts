import { describeOracle } from './test/oracle-suite.ts';

// The walks are split over two files so that two cores share them.
describeOracle((index) => index % 2 === 0);
