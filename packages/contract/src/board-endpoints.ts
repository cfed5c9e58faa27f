import { z } from 'zod';
import { countedSchedule } from './clock-schemas.ts';
import { endpoint } from './endpoint.ts';
import { deskSlug, instantText, personRef, queueTicket, text } from './schemas.ts';

const count = z.number().int();

/** Open tickets of one line, one person or the whole desk. */
export const boardFigures = z.object({
  open: count,
  /** A deadline of theirs has passed. */
  late: count,
  /** A deadline of theirs passes within the asked working time. */
  soon: count,
  /** It is the customer's turn. */
  waitingForCustomer: count,
  unassigned: count,
});
export type BoardFigures = z.infer<typeof boardFigures>;

/** The lead's board: who is late, who will be, and how much there is to do. */
export const boardEndpoints = {
  getBoard: endpoint({
    id: 'getBoard',
    method: 'GET',
    path: '/api/desks/{desk}/board',
    permission: 'lead',
    params: z.object({ desk: deskSlug }),
    summary: 'Open tickets by line and person, what is late or about to be, and the load by day and hour.',
    query: z.strictObject({
      /** Hours of the deadline's own working time that count as "about to be late". */
      hours: z.coerce.number().int().min(1).max(40).default(4),
    }),
    reply: z.object({
      now: instantText,
      /** false: the desk has more open tickets than are counted. */
      complete: z.boolean(),
      total: boardFigures,
      /** In the order of the regulation; null: in no line. */
      lines: z.array(
        z.object({ line: z.object({ id: z.string(), name: text }).nullable(), figures: boardFigures }),
      ),
      /** Whoever has most that is late first; null: nobody has them. */
      people: z.array(z.object({ person: personRef.nullable(), figures: boardFigures })),
      /** The most pressing, the longest late first. */
      urgent: z.array(queueTicket),
      /** The hours that their deadlines were counted by. */
      schedules: z.array(countedSchedule),
      /** Of the last fourteen dates of the desk's zone, the oldest first. */
      days: z.array(z.object({ date: z.string(), registered: count, closed: count, breaches: count })),
      /** Registered tickets of the last four weeks by weekday (1: Monday) and hour of the desk's zone; without those of which there is none. */
      load: z.array(z.object({ weekday: count, hour: count, tickets: count })),
      /** The desk's zone. */
      zone: z.string(),
    }),
  }),
};
