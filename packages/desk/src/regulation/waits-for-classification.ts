import type { Regulation } from './regulation.ts';

/** Whether a clock of this regulation begins or ends with the classification (OW-N3). */
export const waitsForClassification = ({ clocks }: Pick<Regulation, 'clocks'>): boolean =>
  clocks.some(({ start, stops }) => start === 'classification' || stops.includes('classification'));
