import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { deskSlug, email, instantText, personName, role, text } from './schemas.ts';
import { session } from './session-schemas.ts';

const none = z.object({});
const language = z.enum(['ru', 'en']);
/** The last part of a link: 32 random bytes in base32. */
const wayInToken = z.string().regex(/^[a-z2-7]{52}$/);
const newPassword = z.string().min(8).max(200);
/** The same whoever asked for whomever. */
const asked = z.object({
  /** For which a link works. */
  minutes: z.number().int(),
  /** Nobody gets mail here: administrators of the desk read the letter. */
  demo: z.boolean(),
});

/** Ways in by mail: a link in place of a password, a password set anew, an invitation to work in a desk. */
export const wayInEndpoints = {
  askSignInLink: endpoint({
    id: 'askSignInLink',
    method: 'POST',
    path: '/api/session/link',
    permission: 'public',
    params: none,
    status: 202,
    summary:
      'Send a link to sign in with, if there is anybody to send it to: the answer says nothing of that. With `desk`, also to somebody who is no customer of it yet.',
    body: z.strictObject({ email, desk: deskSlug.optional(), language: language.default('ru') }),
    reply: asked,
  }),
  askPasswordReset: endpoint({
    id: 'askPasswordReset',
    method: 'POST',
    path: '/api/session/reset',
    permission: 'public',
    params: none,
    status: 202,
    summary:
      'Send a link to set a new password with, if there is anybody to send it to: the answer says nothing of that. With `desk`, by the letter of that desk if it knows the address: the password is good there then.',
    body: z.strictObject({ email, desk: deskSlug.optional(), language: language.default('ru') }),
    reply: asked,
  }),
  lookAtWayIn: endpoint({
    id: 'lookAtWayIn',
    method: 'POST',
    path: '/api/session/way-in',
    permission: 'public',
    params: none,
    summary: 'What a link from a letter opens, without using it.',
    body: z.strictObject({ token: wayInToken }),
    reply: z.object({
      kind: z.enum(['link', 'reset', 'invitation']),
      email: z.string(),
      name: z.string(),
      desk: z.object({ slug: deskSlug, name: text }),
      until: instantText,
      /** Of an invitation: as whom. */
      role: role.nullable(),
      /** Of an invitation: the person signs in here for the first time, so a name and a password are to be given. */
      isNew: z.boolean(),
    }),
  }),
  signInByLink: endpoint({
    id: 'signInByLink',
    method: 'POST',
    path: '/api/session/link/use',
    permission: 'public',
    params: none,
    summary: 'Sign in with a link; it works once.',
    body: z.strictObject({ token: wayInToken }),
    reply: session,
  }),
  resetPassword: endpoint({
    id: 'resetPassword',
    method: 'POST',
    path: '/api/session/reset/use',
    permission: 'public',
    params: none,
    summary:
      'Set a new password with a link; it works once, ends every session of the person and starts a new one.',
    body: z.strictObject({ token: wayInToken, password: newPassword }),
    reply: session,
  }),
  acceptInvitation: endpoint({
    id: 'acceptInvitation',
    method: 'POST',
    path: '/api/session/invitation/use',
    permission: 'public',
    params: none,
    summary:
      'Accept an invitation: somebody new names themselves, sets a password and is signed in; who has a password signs in with it as always.',
    body: z.strictObject({
      token: wayInToken,
      name: personName(200).optional(),
      password: newPassword.optional(),
    }),
    reply: z.object({ session: session.nullable() }),
  }),
} as const;
