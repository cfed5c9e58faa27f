import type { RunningServer } from '../start-server.ts';
import { rawRequest } from './raw-request.ts';

/** Invites somebody whose address and name hold the canary; gives the invitation's id. */
export const inviteFor = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
): Promise<string> => {
  const reply = await rawRequest(server.url, `/api/desks/${slug}/staff/invitations`, {
    method: 'POST',
    body: JSON.stringify({
      email: `${canary}-first-invited@staff.example`,
      name: canary,
      role: 'engineer',
    }),
    headers: { cookie: administrator, 'content-type': 'application/json' },
  });
  return String(reply.json()['invitationId']);
};
