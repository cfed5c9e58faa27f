import { z } from 'zod';
import { findingShown, regulationText } from './administration-endpoints.ts';
import { endpoint } from './endpoint.ts';
import { deskName } from './desk-endpoints.ts';
import { deskSlug, email, personName, text } from './schemas.ts';
import { session } from './session-schemas.ts';

const none = z.object({});
/** The last part of the address that the server printed. */
const setupToken = z.string().min(1).max(100);

const firstText = z.discriminatedUnion('kind', [
  /** One of the regulations that come with the product. */
  z.strictObject({ kind: z.literal('shipped'), slug: deskSlug }),
  z.strictObject({ kind: z.literal('own'), source: regulationText }),
]);

/** An address that the server printed: it leads to the first desk of an installation, or to another one. */
export const setupEndpoints = {
  lookAtSetup: endpoint({
    id: 'lookAtSetup',
    method: 'POST',
    path: '/api/setup/look',
    permission: 'public',
    params: none,
    summary:
      'Whether the printed address still leads in, and which regulations one can begin with. Uses nothing up.',
    body: z.strictObject({ token: setupToken }),
    reply: z.object({
      /** There are desks already: another one is added. */
      adds: z.boolean(),
      regulations: z.array(
        z.object({
          slug: deskSlug,
          name: text,
          product: text,
          /** What it promises, a line each: packages, channels, hours, deadlines. */
          promises: z.array(text),
        }),
      ),
    }),
  }),
  checkFirstText: endpoint({
    id: 'checkFirstText',
    method: 'POST',
    path: '/api/setup/regulation',
    permission: 'public',
    params: none,
    summary: 'What the check says of a text that the desk would begin with. Keeps nothing.',
    body: z.strictObject({ token: setupToken, source: regulationText }),
    reply: z.object({
      findings: z.array(findingShown),
      /** null: something keeps the text from being used. */
      regulation: z.object({ name: text, product: text, edition: z.string() }).nullable(),
    }),
  }),
  setUpFirst: endpoint({
    id: 'setUpFirst',
    method: 'POST',
    path: '/api/setup',
    permission: 'public',
    params: none,
    status: 201,
    summary:
      'Make a desk, its administrator and its regulation, and sign in. Uses the address up. Nobody’s password is replaced where there are desks.',
    body: z.strictObject({
      token: setupToken,
      /** Somebody new; null: whoever is signed in. */
      person: z
        .strictObject({ name: personName(200, 1), email, password: z.string().min(8).max(200) })
        .nullable(),
      desk: z.strictObject({
        slug: deskSlug,
        /** Where customers write to. */
        address: email,
        /** Empty: as the regulation says. */
        name: z.strictObject({ ru: deskName, en: deskName }),
      }),
      regulation: firstText,
    }),
    reply: session,
  }),
} as const;
