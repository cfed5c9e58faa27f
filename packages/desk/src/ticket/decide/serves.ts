import type { Coverage } from '../../certificate/coverage.ts';

/** Whether a request is served. */
export const serves = ({ kind }: Coverage): boolean => kind !== 'not-entitled' && kind !== 'channel';
