import type { Calendars, CommissioningNote, Regulation, Text, Ticket } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';

/** A message of the conversation that a letter carries. */
export interface NoticeMessage {
  /** Name of the person who wrote it, as customers may see it. */
  readonly author: string;
  /** Markdown, as typed. */
  readonly text: string;
  /** Display names of its files. */
  readonly attachments: readonly string[];
}

/** What an alarm tells a member of staff. Null in letters to customers. */
export interface StaffAlarm {
  readonly recipientName: string;
  readonly ticketUrl: string;
  /** The ticket's subject: a customer's words, shown to staff only (R9). */
  readonly subject: string;
}

/** Everything a letter may say, read before. `ticket` is its state now, not when the notice was owed. */
export interface NoticeFacts {
  /** The version that the ticket was registered under. */
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  readonly ticket: Ticket;
  readonly number: number;
  readonly deskName: Text;
  readonly requester: { readonly name: string };
  /** Signed link to the ticket's page. */
  readonly statusUrl: string;
  /** The desk's page of support without an account; absent: letters do not name it. */
  readonly supportUrl?: string;
  /** The desk's directory of partners; absent: nobody is shown in it. */
  readonly partnersUrl?: string;
  /** What is said of a product that was never commissioned; absent: nothing. */
  readonly commissioning?: CommissioningNote;
  readonly now: Instant;
  /** The message that the notice names; null when it names none. */
  readonly message: NoticeMessage | null;
  /** The ticket that goes on for a merged one, with its own link; null: it was not merged. */
  readonly mergedInto: { readonly number: number; readonly statusUrl: string } | null;
  readonly staff: StaffAlarm | null;
}

export interface RenderedNotice {
  /** One line, without control characters. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
