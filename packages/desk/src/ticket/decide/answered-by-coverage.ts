import type { Coverage } from '../../certificate/coverage.ts';
import type { Regulation } from '../../regulation/regulation.ts';

/** Questions that are answered by what serves the request: whoever is covered by a certificate need not name it. */
export const answeredByCoverage = ({ intake }: Regulation, { kind }: Coverage): readonly string[] =>
  kind === 'covered' ? intake.flatMap(({ id, source }) => (source === 'certificate' ? [id] : [])) : [];
