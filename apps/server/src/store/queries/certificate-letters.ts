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

/** Letters about it that went to one address, newest first; `address` lower-case. */
export const letterRowsTo = (
  q: Queries,
  deskId: DeskId,
  certificateId: CertificateId,
  address: string,
  limit: number,
): Promise<readonly CertificateLetterRow[]> =>
  q.query<CertificateLetterRow & Record<string, unknown>>(
    'certificate-letters-to',
    `select letter_id as "letterId", direction, at, from_address as "from", to_address as "to", subject, outcome
     from letter where desk_id = $1 and certificate_id = $2 and direction = 'out' and to_address = $3 and outcome in ('accepted', 'kept')
     order by at desc, letter_id desc limit $4`,
    [deskId, certificateId, address, limit],
  );
