import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, email, id, instantText, personName, role } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofPerson = inDesk.extend({ personId: id });

export const staffMember = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  role,
  /** Signs in with a second factor. */
  hasSecondFactor: z.boolean(),
  /** When one of their sessions was last used, to ten minutes; null: never, or too long ago. */
  seenAt: instantText.nullable(),
  /** Shut out of the whole installation. */
  isDisabled: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMember>;

export const invitation = z.object({
  invitationId: id,
  email: z.string(),
  name: z.string(),
  role,
  invitedBy: z.string().nullable(),
  askedAt: instantText,
  until: instantText,
  isOver: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;

/** Who works in a desk, and who is invited to. */
export const staffEndpoints = {
  getStaff: endpoint({
    id: 'getStaff',
    method: 'GET',
    path: '/api/desks/{desk}/staff',
    permission: 'lead',
    params: inDesk,
    summary: 'Who works in the desk, by name, and the invitations that wait for an answer or ran out.',
    reply: z.object({ staff: z.array(staffMember), invitations: z.array(invitation) }),
  }),
  inviteStaff: endpoint({
    id: 'inviteStaff',
    method: 'POST',
    path: '/api/desks/{desk}/staff/invitations',
    permission: 'lead',
    params: inDesk,
    status: 201,
    summary:
      'Invite somebody by mail, for 72 hours; an earlier invitation of theirs ends. Only administrators invite administrators.',
    body: z.strictObject({
      email,
      name: personName(200).default(''),
      role,
      language: z.enum(['ru', 'en']).default('ru'),
    }),
    reply: z.object({
      invitationId: id,
      until: instantText,
      /** Where no mail server takes the desk’s letters, for an administrator to hand over, this once; null: it went by mail. */
      link: z.string().nullable(),
    }),
  }),
  withdrawInvitation: endpoint({
    id: 'withdrawInvitation',
    method: 'DELETE',
    path: '/api/desks/{desk}/staff/invitations/{invitationId}',
    permission: 'lead',
    params: inDesk.extend({ invitationId: id }),
    status: 204,
    summary: 'Withdraw an invitation: its link opens nothing any more.',
    reply: z.null(),
  }),
  changeStaff: endpoint({
    id: 'changeStaff',
    method: 'PATCH',
    path: '/api/desks/{desk}/staff/{personId}',
    permission: 'administrator',
    params: ofPerson,
    summary: 'Give somebody another role. The last administrator stays one.',
    body: z.strictObject({ role }),
    reply: z.object({ personId: id, role }),
  }),
  resetSecondFactor: endpoint({
    id: 'resetSecondFactor',
    method: 'POST',
    path: '/api/desks/{desk}/staff/{personId}/second-factor/reset',
    permission: 'administrator',
    params: ofPerson,
    status: 204,
    summary:
      'Somebody lost every second factor: all are forgotten, their sessions end, and they set up a new one. Only for who works in no desk that one does not administer.',
    body: z.strictObject({}),
    reply: z.null(),
  }),
  removeStaff: endpoint({
    id: 'removeStaff',
    method: 'DELETE',
    path: '/api/desks/{desk}/staff/{personId}',
    permission: 'administrator',
    params: ofPerson,
    status: 204,
    summary:
      'Somebody works here no more, within a second; what they did stays. The last administrator can’t go, and nobody removes themselves.',
    reply: z.null(),
  }),
} as const;
