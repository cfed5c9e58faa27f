import type { ContactId, DeskId, Inquiry, MessageId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** A purchase inquiry as whoever asked sees it. */
export interface OwnInquiryRow {
  readonly inquiry: Inquiry;
  readonly number: number;
  readonly subject: string;
  readonly companyName: string | null;
  readonly receivedAt: Instant;
  readonly lastMessageAt: Instant;
}

const columns = `i.body as inquiry, i.number, i.subject, o.name as "companyName", i.received_at as "receivedAt",
  i.last_message_at as "lastMessageAt"`;
const joined = `inquiry i left join company o on o.desk_id = i.desk_id and o.company_id = i.company_id`;

/** Inquiries shown at most, the latest word first. */
const MOST = 100;

/** What a contact asked of sales. */
export const ownInquiries = (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
): Promise<readonly OwnInquiryRow[]> =>
  q.query<OwnInquiryRow & Record<string, unknown>>(
    'own-inquiries',
    `select ${columns} from ${joined} where i.desk_id = $1 and i.contact_id = $2
     order by i.last_message_at desc, i.inquiry_id desc limit ${MOST}`,
    [deskId, contactId],
  );

export interface OwnInquiryMessage {
  readonly messageId: MessageId;
  readonly at: string;
  readonly kind: 'customer' | 'reply';
  readonly author: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly attachmentId: string;
    readonly name: string;
    readonly size: number;
  }[];
}

const MOST_MESSAGES = 500;

/** One of them with its conversation, without the notes of the desk; null: the contact asked no such thing. */
export const ownInquiry = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  number: number,
): Promise<(OwnInquiryRow & { readonly messages: readonly OwnInquiryMessage[] }) | null> => {
  const [row] = await q.query<
    OwnInquiryRow & { readonly messages: readonly OwnInquiryMessage[] } & Record<string, unknown>
  >(
    'own-inquiry',
    `select ${columns},
       coalesce((select jsonb_agg(jsonb_build_object('messageId', m.message_id, 'at', m.at, 'kind', m.kind, 'author', m.author, 'text', m.text,
           'attachments', coalesce((select jsonb_agg(jsonb_build_object('attachmentId', a.attachment_id, 'name', a.name, 'size', a.size) order by a.created_at, a.attachment_id)
             from attachment a where a.desk_id = $1 and a.inquiry_message_id = m.message_id), '[]')) order by m.at, m.message_id)
         from (select * from inquiry_message where desk_id = $1 and inquiry_id = i.inquiry_id and kind in ('customer', 'reply')
           order by at desc, message_id desc limit ${MOST_MESSAGES}) m), '[]') as messages
     from ${joined} where i.desk_id = $1 and i.contact_id = $2 and i.number = $3`,
    [deskId, contactId, number],
  );
  return row ?? null;
};
