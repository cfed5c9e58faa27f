import type { CertificateId, DeskId, MessageId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** Thrown when an act was used for another certificate in the meantime. */
export class ActUsed extends Error {}

/** An act is used up by a certificate. `actNumber` as it is compared. @throws ActUsed. */
export const spendAct = async (
  q: Queries,
  deskId: DeskId,
  actNumber: string,
  certificateId: CertificateId,
): Promise<void> => {
  const [row] = await q.query<{ act_number: string }>(
    'certificate-act-spend',
    `insert into certificate_act (desk_id, act_number, certificate_id) values ($1, $2, $3)
     on conflict (desk_id, act_number) do nothing returning act_number`,
    [deskId, actNumber, certificateId],
  );
  if (row === undefined) throw new ActUsed(actNumber);
};

/** Why something was done to a certificate, in a person's words: the journal names it by its id. */
export const insertReason = async (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly messageId: MessageId;
    readonly certificateId: CertificateId;
    readonly at: Instant;
    readonly text: string;
  },
): Promise<void> => {
  await q.query(
    'certificate-reason-insert',
    'insert into certificate_reason (desk_id, message_id, certificate_id, at, text) values ($1, $2, $3, $4, $5)',
    [input.deskId, input.messageId, input.certificateId, toTimestamp(input.at), input.text],
  );
};
