import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText, ticketState, typedText } from './schemas.ts';

/** A piece of plain text; `hit`: it was asked for. */
const segments = z.array(z.object({ text: z.string(), hit: z.boolean() }));
/** By its number or name as a whole, by all words, by half a word, by words spelled nearly so. */
const way = z.enum(['exact', 'words', 'beginning', 'near']);
const namedCompany = z.object({ companyId: id, name: z.string() });

/** Characters of a question that count; of a longer one the rest is left out, and `cut` says so. */
export const SEARCH_CHARACTERS = 500;

export const searchEndpoints = {
  search: endpoint({
    id: 'search',
    method: 'GET',
    path: '/api/desks/{desk}/search',
    permission: 'staff',
    params: z.object({ desk: deskSlug }),
    summary: `Tickets, companies, people and certificates by words in any form, half a word, words misspelled or typed on the other keyboard layout, by numbers, INN, keys, addresses and telephones; the best first. Of a longer question the first ${SEARCH_CHARACTERS} characters and 16 words count, and \`cut\` says so.`,
    query: z.strictObject({
      q: typedText(12_000).default(''),
      /** More tickets: a page that a cursor leads to has nothing else. */
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({
      tickets: z.array(
        z.object({
          number: z.number().int(),
          subject: segments,
          /** A place of the conversation that shows why; null: the subject does. */
          snippet: segments.nullable(),
          state: ticketState,
          company: z.string().nullable(),
          requester: z.string(),
          lastMessageAt: instantText,
          way,
        }),
      ),
      companies: z.array(
        z.object({ companyId: id, name: segments, inn: z.string().nullable(), city: z.string(), way }),
      ),
      contacts: z.array(
        z.object({
          contactId: id,
          name: segments,
          email: z.string().nullable(),
          phone: z.string(),
          company: namedCompany.nullable(),
          /** The newest ticket of somebody without a company; null: they have none, or a company. */
          ticketNumber: z.number().int().nullable(),
          way,
        }),
      ),
      certificates: z.array(
        z.object({
          certificateId: id,
          number: segments,
          packageId: z.string(),
          startsAt: instantText.nullable(),
          endsAt: instantText.nullable(),
          company: namedCompany,
          way,
        }),
      ),
      next: z.string().nullable(),
      /** What was typed meant this on the other keyboard layout; null: it was taken as typed. */
      lookedFor: z.string().nullable(),
      cut: z.boolean(),
      /** Seconds by which what was said last may not be found yet; null: everything is. */
      behindSeconds: z.number().int().nullable(),
    }),
  }),
} as const;
