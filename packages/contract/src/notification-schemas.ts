import { z } from 'zod';
import { id, instantText } from './schemas.ts';

/** A warning or an alarm told to a person, or what became of something that is theirs. */
export const notification = z.object({
  notificationId: id,
  at: instantText,
  /**
   * `deadline-moved`: a later edition of the production calendar or of the regulation moved it to `dueAt`. `edition-kept`: the
   * ticket could not go over to the edition in force. `number-to-tell`: nobody can be written to, so that the number has to be told by phone. `proposal-...`: the customer's
   * answer to a date, which is `dueAt`, or to a priority: then `clock` is empty.
   * `replied`: a customer wrote in the ticket that the person has. `mentioned`: a colleague named the person in a note. `followed-...`: something was written in a ticket that they follow, or its state changed.
   */
  kind: z.enum([
    'clock-warning',
    'clock-breach',
    'letter-quarantined',
    'deadline-moved',
    'edition-kept',
    'number-to-tell',
    'proposal-accepted',
    'proposal-declined',
    'inquiry-came',
    'inquiry-wrote',
    'inquiry-handed-over',
    'mentioned',
    'assigned',
    'replied',
    'followed-wrote',
    'followed-changed',
    'certificate-over',
  ]),
  clock: z.string(),
  /** null: it is about a purchase inquiry or a certificate. */
  ticketNumber: z.number().int().nullable(),
  inquiryNumber: z.number().int().nullable(),
  /** Of `certificate-over`: it is used by more than was bought; `subject` is the company. */
  certificate: z.object({ certificateId: id, number: z.string() }).nullable(),
  subject: z.string(),
  dueAt: instantText,
  /** Milliseconds after its instant, because the desk was not running; null: in time. */
  lateMs: z.number().int().nullable(),
  read: z.boolean(),
});
