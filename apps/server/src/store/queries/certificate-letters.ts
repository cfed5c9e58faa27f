import type { CertificateId, DeskId, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';
import type { LetterOutcome } from '../letters.ts';

export interface CertificateLetterRow {
  readonly letterId: LetterId;
  readonly direction: 'in' | 'out';
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly outcome: LetterOutcome;
}

/** Letters about a certificate, newest first. */
export const certificateLetterRows = (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  limit: number,
): Promise<readonly CertificateLetterRow[]> =>
  q.query<CertificateLetterRow & Record<string, unknown>>(
    'certificate-letters',
    `select letter_id as "letterId", direction, at, from_address as "from", to_address as "to", subject, outcome
     from letter where desk_id = $1 and certificate_id = $2 order by at desc, letter_id desc limit $3`,
    [deskId, certificateId, limit],
  );
