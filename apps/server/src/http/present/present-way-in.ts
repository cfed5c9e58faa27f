import type { endpoints, ReplyOf } from '@reglament/contract';
import { hasAccount } from '../../store/queries/people.ts';
import { allDesks } from '../../store/queries/desks.ts';
import type { WayIn } from '../../store/queries/ways-in.ts';
import type { HttpDeps } from '../http-deps.ts';

/** What a link opens, for whoever has it. */
export const presentWayIn = async (
  { context }: HttpDeps,
  wayIn: WayIn,
): Promise<ReplyOf<typeof endpoints.lookAtWayIn>> => {
  const desk = (await allDesks(context.db.plain)).find(({ deskId }) => deskId === wayIn.deskId);
  if (desk === undefined) throw new Error(`desk ${wayIn.deskId} of a link is not there`);
  const isNew = wayIn.kind === 'invitation' && !(await hasAccount(context.db.plain, wayIn.email));
  return {
    kind: wayIn.kind,
    email: wayIn.email,
    name: wayIn.name,
    desk: { slug: desk.slug, name: desk.name },
    until: new Date(wayIn.until).toISOString(),
    role: wayIn.role,
    isNew,
  };
};
