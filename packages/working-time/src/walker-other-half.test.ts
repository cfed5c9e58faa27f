import { describeOracle } from './test/oracle-suite.ts';

describeOracle((index) => index % 2 === 1);
