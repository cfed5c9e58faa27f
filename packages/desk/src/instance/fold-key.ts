import { foldActNumber } from '../certificate/life/fold-act-number.ts';

/** A protection key or serial number as two of them are compared: dashes and dots are how it was printed, not what it is. */
export const foldKey = (key: string): string => foldActNumber(key).replaceAll(/[-‐-―−_./\\]/gu, '');
