import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, id, instantText, lineText, personRef, role, ticketNumber } from './schemas.ts';
import { tagOfTicket, tagTone } from './tag-schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofTicket = inDesk.extend({ number: ticketNumber });
const timeFacts = {
  /** At most a day. */
  minutes: z.number().int().min(1).max(1440),
  /** A calendar day, not after today at the desk. */
  on: z.iso.date(),
  note: lineText(500),
};
const tagIds = z.array(id).max(30).default([]);

/** What staff keep beside a ticket among themselves: no promise hangs on any of it. */
export const workspaceEndpoints = {
  getPeople: endpoint({
    id: 'getPeople',
    method: 'GET',
    path: '/api/desks/{desk}/people',
    permission: 'staff',
    params: inDesk,
    summary: 'Who works in the desk now, by name: for mentions and followers.',
    reply: z.object({ people: z.array(personRef.extend({ role })) }),
  }),
  getTags: endpoint({
    id: 'getTags',
    method: 'GET',
    path: '/api/desks/{desk}/tags',
    permission: 'staff',
    params: inDesk,
    summary: 'The desk’s tags by name, with how many tickets have each, counted up to 1,000.',
    reply: z.object({
      tags: z.array(tagOfTicket.extend({ retired: z.boolean(), tickets: z.number().int() })),
    }),
  }),
  createTag: endpoint({
    id: 'createTag',
    method: 'POST',
    path: '/api/desks/{desk}/tags',
    permission: 'lead',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Add a tag to the desk.',
    body: z.strictObject({ name: lineText(60, 1), tone: tagTone }),
    reply: z.object({ tagId: id }),
  }),
  changeTag: endpoint({
    id: 'changeTag',
    method: 'PATCH',
    path: '/api/desks/{desk}/tags/{tagId}',
    permission: 'lead',
    params: inDesk.extend({ tagId: id }),
    summary: 'Rename a tag, give it another colour, retire it or bring it back. What is not named stays.',
    body: z.strictObject({
      name: lineText(60, 1).optional(),
      tone: tagTone.optional(),
      retired: z.boolean().optional(),
    }),
    reply: z.object({ tagId: id }),
  }),
  tagTicket: endpoint({
    id: 'tagTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/tags',
    permission: 'support',
    params: ofTicket,
    summary: 'Put tags on a ticket and take others off. What is there already, or not, stays so.',
    body: z.strictObject({ add: tagIds, remove: tagIds }),
    reply: z.object({ tags: z.array(tagOfTicket) }),
  }),
  linkTicket: endpoint({
    id: 'linkTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/links',
    permission: 'support',
    params: ofTicket,
    summary: 'Link a ticket with another of the desk, say otherwise how, or (null) take the link away.',
    body: z.strictObject({
      /** Number of the other ticket. */
      to: z.number().int().min(1).max(999_999_999_999_999),
      /** How this ticket stands to the other one. */
      relation: z.enum(['related', 'duplicate', 'caused-by']).nullable(),
    }),
    reply: z.null(),
    status: 204,
  }),
  followTicket: endpoint({
    id: 'followTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/followers',
    permission: 'support',
    params: ofTicket,
    summary: 'Follow a ticket or stop; a colleague may be added or taken off, too.',
    body: z.strictObject({
      /** null: whoever asks. */
      personId: id.nullable(),
      following: z.boolean(),
    }),
    reply: z.null(),
    status: 204,
  }),
  getTicketExtras: endpoint({
    id: 'getTicketExtras',
    method: 'GET',
    path: '/api/desks/{desk}/tickets/{number}/extras',
    permission: 'staff',
    params: ofTicket,
    summary:
      'What staff keep beside a ticket: who follows it, until when it is out of the sight of whoever asks, time spent.',
    reply: z.object({
      followers: z.array(personRef.extend({ since: instantText })),
      /** null: it is in sight. */
      snoozedUntil: instantText.nullable(),
      time: z.object({
        /** Of all entries. */
        minutes: z.number().int(),
        /** The latest first, at most 200. */
        entries: z.array(
          z.object({
            entryId: id,
            person: personRef,
            on: z.iso.date(),
            minutes: z.number().int(),
            note: z.string(),
            /** Whether the person who asks may change it: only their own. */
            own: z.boolean(),
          }),
        ),
      }),
    }),
  }),
  snoozeTicket: endpoint({
    id: 'snoozeTicket',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/snooze',
    permission: 'support',
    params: ofTicket,
    summary:
      'Take a ticket out of one’s own views until a moment within a year, or until the customer writes; null brings it back. No clock stops.',
    body: z.strictObject({ until: instantText.nullable() }),
    reply: z.null(),
    status: 204,
  }),
  addTime: endpoint({
    id: 'addTime',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/time',
    permission: 'support',
    params: ofTicket,
    idempotent: true,
    status: 201,
    summary: 'Put down time spent on a ticket, as one’s own.',
    body: z.strictObject(timeFacts),
    reply: z.object({ entryId: id }),
  }),
  changeTime: endpoint({
    id: 'changeTime',
    method: 'PATCH',
    path: '/api/desks/{desk}/tickets/{number}/time/{entryId}',
    permission: 'support',
    params: ofTicket.extend({ entryId: id }),
    summary: 'Write an entry of one’s own anew.',
    body: z.strictObject(timeFacts),
    reply: z.object({ entryId: id }),
  }),
  removeTime: endpoint({
    id: 'removeTime',
    method: 'DELETE',
    path: '/api/desks/{desk}/tickets/{number}/time/{entryId}',
    permission: 'support',
    params: ofTicket.extend({ entryId: id }),
    summary: 'Take back an entry of one’s own.',
    reply: z.null(),
    status: 204,
  }),
  showPresence: endpoint({
    id: 'showPresence',
    method: 'POST',
    path: '/api/desks/{desk}/tickets/{number}/presence',
    permission: 'staff',
    params: ofTicket,
    summary:
      'Say to open screens of the desk that one looks at a ticket, writes in it, or has left; said again every ten seconds, kept nowhere.',
    body: z.strictObject({ doing: z.enum(['looking', 'typing', 'left']) }),
    reply: z.null(),
    status: 204,
  }),
  previewAttachment: endpoint({
    id: 'previewAttachment',
    method: 'GET',
    path: '/api/desks/{desk}/attachments/{attachmentId}/preview',
    permission: 'staff',
    params: inDesk.extend({ attachmentId: id }),
    summary: 'A PNG, JPEG, GIF or WebP picture to be shown in a page; no other file has a preview.',
    reply: z.unknown(),
  }),
} as const;
