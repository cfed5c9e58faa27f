import type { CertificateId, DeskId, LetterId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import type { LetterOutcome } from '../letters.ts';

export interface LetterRow {
  readonly letterId: LetterId;
  readonly direction: 'in' | 'out';
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly size: number;
  readonly outcome: LetterOutcome;
  readonly ticketNumber: number | null;
  readonly inquiryNumber: number | null;
  readonly certificate: { readonly certificateId: CertificateId; readonly number: string } | null;
  readonly note: string | null;
  readonly deliveries: number;
}

const columns = `l.letter_id as "letterId", l.direction, l.at, l.from_address as "from", l.to_address as "to", l.subject, l.size, l.outcome, l.note, l.deliveries, t.number as "ticketNumber",
  (select i.number from inquiry i where i.desk_id = l.desk_id and i.inquiry_id = l.inquiry_id) as "inquiryNumber",
  (select jsonb_build_object('certificateId', c.certificate_id, 'number', c.number) from certificate c
   where c.desk_id = l.desk_id and c.certificate_id = l.certificate_id) as certificate`;

export interface LetterKey {
  readonly at: Instant;
  readonly letterId: string;
}

/** Letters of a desk, newest first. */
export const lettersPage = (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly direction: 'in' | 'out' | null;
    /** Only those that could not be sent or read. */
    readonly troubled: boolean;
    readonly after: LetterKey | null;
    readonly limit: number;
  },
): Promise<readonly LetterRow[]> =>
  q.query<LetterRow & Record<string, unknown>>(
    input.troubled ? 'letters-troubled-page' : 'letters-page',
    `select ${columns} from letter l left join ticket t on t.desk_id = l.desk_id and t.ticket_id = l.ticket_id
     where l.desk_id = $1 ${input.troubled ? "and l.outcome in ('failed', 'quarantined')" : ''} and ($2::text is null or l.direction = $2) and ($3::timestamptz is null or (l.at, l.letter_id) < ($3::timestamptz, $4::uuid))
     order by l.at desc, l.letter_id desc limit $5`,
    [
      input.deskId,
      input.direction,
      input.after === null ? null : toTimestamp(input.after.at),
      input.after?.letterId ?? null,
      input.limit,
    ],
  );

export const letterRow = async (
  q: Queries,
  deskId: DeskId,
  letterId: string,
): Promise<(LetterRow & { readonly raw: Buffer; readonly sha256: string }) | null> => {
  const [row] = await q.query<LetterRow & { raw: Buffer; sha256: string } & Record<string, unknown>>(
    'letter-one',
    `select ${columns}, l.raw, l.sha256 from letter l left join ticket t on t.desk_id = l.desk_id and t.ticket_id = l.ticket_id where l.desk_id = $1 and l.letter_id = $2`,
    [deskId, letterId],
  );
  return row ?? null;
};
