import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instantText, lineText, personName } from './schemas.ts';
import { session } from './session-schemas.ts';

const none = z.object({});
const nothing = z.strictObject({});
/** Of an authenticator app, or a recovery code, however it was typed. */
const code = z.string().min(6).max(40);
const password = z.string().min(8).max(200);
const challenge = z.object({
  challengeId: id,
  /** As the browser takes it. */
  options: z.looseObject({}),
});
/** As the browser answered, checked where it is verified. */
const answer = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({}),
  clientExtensionResults: z.looseObject({}),
});
const recoveryCodes = z.array(z.string());

export const account = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(['ru', 'en']).nullable(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  /** Browsers make passkeys for the address of this installation. */
  canHavePasskeys: z.boolean(),
  /** They work at a desk, so that one second factor has to stay. */
  needsSecondFactor: z.boolean(),
  passkeys: z.array(
    z.object({ passkeyId: id, name: z.string(), createdAt: instantText, usedAt: instantText.nullable() }),
  ),
  sessions: z.array(
    z.object({
      sessionId: id,
      isThis: z.boolean(),
      startedAt: instantText,
      /** To ten minutes. */
      usedAt: instantText,
      address: z.string().nullable(),
      userAgent: z.string(),
    }),
  ),
});
export type AccountPage = z.infer<typeof account>;

/** One's own account: name, password, second factor, passkeys, sessions. */
export const accountEndpoints = {
  getAccount: endpoint({
    id: 'getAccount',
    method: 'GET',
    path: '/api/account',
    permission: 'signed-in',
    params: none,
    summary: 'What one signs in with, and where one is signed in.',
    reply: account,
  }),
  changeAccount: endpoint({
    id: 'changeAccount',
    method: 'PATCH',
    path: '/api/account',
    permission: 'signed-in',
    params: none,
    summary: 'Change one’s name, and the language that one is written to in.',
    body: z.strictObject({ name: personName(200, 1), language: z.enum(['ru', 'en']).nullable() }),
    reply: session,
  }),
  changePassword: endpoint({
    id: 'changePassword',
    method: 'PATCH',
    path: '/api/account/password',
    permission: 'signed-in',
    params: none,
    summary: 'Change one’s password, or set a first one: every other session ends.',
    body: z.strictObject({ current: z.string().max(200).nullable(), next: password }),
    reply: session,
  }),
  endOtherSessions: endpoint({
    id: 'endOtherSessions',
    method: 'DELETE',
    path: '/api/account/sessions',
    permission: 'signed-in',
    params: none,
    status: 204,
    summary: 'End every session of one’s own but this one.',
    reply: z.null(),
  }),
  endSession: endpoint({
    id: 'endSession',
    method: 'DELETE',
    path: '/api/account/sessions/{sessionId}',
    permission: 'signed-in',
    params: z.object({ sessionId: id }),
    status: 204,
    summary: 'End one session of one’s own.',
    reply: z.null(),
  }),
  offerTotp: endpoint({
    id: 'offerTotp',
    method: 'POST',
    path: '/api/account/totp',
    permission: 'signed-in',
    params: none,
    summary: 'A secret for an authenticator app; it counts once a code from it is confirmed.',
    body: nothing,
    reply: z.object({ uri: z.string(), secret: z.string() }),
  }),
  confirmTotp: endpoint({
    id: 'confirmTotp',
    method: 'POST',
    path: '/api/account/totp/confirmation',
    permission: 'signed-in',
    params: none,
    summary:
      'Confirm the secret by a code: it is the second factor from now on, and ten recovery codes are told, this once.',
    body: z.strictObject({ code }),
    reply: z.object({ session, recoveryCodes }),
  }),
  removeTotp: endpoint({
    id: 'removeTotp',
    method: 'POST',
    path: '/api/account/totp/removal',
    permission: 'signed-in',
    params: none,
    status: 204,
    summary:
      'Stop using an authenticator app, with its recovery codes. The last second factor of staff stays.',
    body: z.strictObject({ code }),
    reply: z.null(),
  }),
  renewRecoveryCodes: endpoint({
    id: 'renewRecoveryCodes',
    method: 'POST',
    path: '/api/account/recovery-codes',
    permission: 'signed-in',
    params: none,
    summary: 'Ten new recovery codes in place of all earlier ones, told this once.',
    body: z.strictObject({ code }),
    reply: z.object({ recoveryCodes }),
  }),
  offerPasskey: endpoint({
    id: 'offerPasskey',
    method: 'POST',
    path: '/api/account/passkeys/challenge',
    permission: 'signed-in',
    params: none,
    summary: 'What a browser needs to make a passkey; it is answered once, within five minutes.',
    body: nothing,
    reply: challenge,
  }),
  addPasskey: endpoint({
    id: 'addPasskey',
    method: 'POST',
    path: '/api/account/passkeys',
    permission: 'signed-in',
    params: none,
    summary: 'Add the passkey that the browser made: it signs in by itself from now on.',
    body: z.strictObject({ challengeId: id, name: lineText(100, 1), response: answer }),
    reply: session,
  }),
  removePasskey: endpoint({
    id: 'removePasskey',
    method: 'DELETE',
    path: '/api/account/passkeys/{passkeyId}',
    permission: 'signed-in',
    params: z.object({ passkeyId: id }),
    status: 204,
    summary: 'Forget a passkey. The last second factor of staff stays.',
    reply: z.null(),
  }),
  giveSecondFactor: endpoint({
    id: 'giveSecondFactor',
    method: 'POST',
    path: '/api/session/second-factor',
    permission: 'signed-in',
    params: none,
    summary:
      'Give the second factor that the session owes: a code of the authenticator app, or a recovery code.',
    body: z.strictObject({ code }),
    reply: session,
  }),
  askPasskey: endpoint({
    id: 'askPasskey',
    method: 'POST',
    path: '/api/session/passkey/challenge',
    permission: 'public',
    params: none,
    summary: 'What a browser needs to sign in by a passkey; it is answered once, within five minutes.',
    body: nothing,
    reply: challenge,
  }),
  signInByPasskey: endpoint({
    id: 'signInByPasskey',
    method: 'POST',
    path: '/api/session/passkey',
    permission: 'public',
    params: none,
    summary: 'Sign in by a passkey; it is both factors at once.',
    body: z.strictObject({ challengeId: id, response: answer }),
    reply: session,
  }),
} as const;
