import type { Opened } from '../open.ts';
import { deskIdOf } from './test-desk.ts';

/**
 * Makes `count` more tickets like one that there is and has a deadline, numbered after it, each due a minute later and of every priority in
 * turn: a long queue in a second, for tests of reading. Their conversations and journals stay empty.
 */
export const copyTicket = async (
  opened: Opened,
  slug: string,
  number: number,
  count: number,
  ranks: number,
): Promise<void> => {
  const deskId = deskIdOf(opened, slug);
  await opened.context.db.inDesk(deskId, async (q) => {
    // What the database works out itself can't be written.
    const [columns] = await q.query<{ written: string }>(
      'copy-ticket-columns',
      `select string_agg(quote_ident(attname), ', ') as written from pg_attribute
       where attrelid = 'ticket'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [],
    );
    const written = columns?.written ?? '';
    await q.query(
      'copy-ticket',
      `insert into ticket (${written}) select ${written} from (
       select (jsonb_populate_record(t, jsonb_build_object(
         'ticket_id', id, 'body', t.body || jsonb_build_object('ticketId', id), 'number', t.number + n, 'subject', t.subject || ' ' || n,
         'priority_rank', 1 + n % $4::int, 'due_at', t.due_at + n * interval '1 minute'))).*
       from ticket t, (select n, gen_random_uuid() as id from generate_series(1, $3::int) n) copies where t.desk_id = $1::uuid and t.number = $2::bigint) one`,
      [deskId, number, count, ranks],
    );
    await q.query(
      'copy-ticket-counter',
      `update counter set value = value + $2::int where desk_id = $1::uuid and name = 'ticket'`,
      [deskId, count],
    );
  });
};
