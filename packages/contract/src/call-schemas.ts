import { z } from 'zod';
import { countedSchedule } from './clock-schemas.ts';
import { id, instantText, personRef, queueTicket, text } from './schemas.ts';

const stop = z.object({ clause: z.string(), at: instantText });

/** Somebody who may be calling. */
export const caller = z.object({
  contactId: id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string(),
  /** Companies that they speak for, their own first. */
  companyIds: z.array(id),
  /** Service for them is stopped; null: it is not. */
  stopped: stop.nullable(),
});
export type Caller = z.infer<typeof caller>;

/** A company as whoever takes a call has to know it. */
export const callingCompany = z.object({
  companyId: id,
  name: z.string(),
  inn: z.string().nullable(),
  city: z.string(),
  /** Those in force first, then those to come, then what ended last; at most twenty. */
  certificates: z.array(
    z.object({
      certificateId: id,
      number: z.string(),
      packageName: text,
      state: z.enum(['not-begun', 'in-force', 'loyalty', 'ended', 'suspended', 'revoked']),
      endsAt: instantText.nullable(),
      /** Days that it still serves after today, loyalty with them; null: it does not serve, or has no end. */
      daysLeft: z.number().int().nullable(),
    }),
  ),
  /** Who speaks for it, those named by it first; at most a hundred. */
  people: z.array(z.object({ contactId: id, name: z.string(), phone: z.string(), listed: z.boolean() })),
});
export type CallingCompany = z.infer<typeof callingCompany>;

export const callersReply = z.object({
  /** The number as it is kept (E.164); null: what was typed is no number. */
  phone: z.string().nullable(),
  callers: z.array(caller),
  companies: z.array(callingCompany),
  /** What is open of these people and companies, the newest first. */
  tickets: z.array(queueTicket),
  schedules: z.array(countedSchedule),
  now: instantText,
});
export type Callers = z.infer<typeof callersReply>;

/** A call that nobody answered, or a customer who wants to be called back; nobody has called them yet. */
export const missedCall = z.object({
  callId: id,
  /** Empty: withheld. */
  phone: z.string(),
  note: z.string(),
  at: instantText,
  /** Who has the number, at most three; empty: nobody whom the desk knows. */
  callers: z.array(z.object({ name: z.string(), company: z.string().nullable() })),
  /** Whoever is calling back; null: nobody. */
  takenBy: personRef.nullable(),
  /** What they want to be called back about; null: a call that nobody answered. */
  ticket: z.object({ number: z.number().int(), subject: z.string() }).nullable(),
  /** Until when the regulation wants them called; null: it does not say. */
  dueAt: instantText.nullable(),
});
export type MissedCall = z.infer<typeof missedCall>;
