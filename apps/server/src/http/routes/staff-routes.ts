import { endpoints } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import { parseEmail } from '../../identity/typed-credentials.ts';
import { invitationsOf, staffOf } from '../../store/queries/staff.ts';
import {
  changeRole,
  forgetSecondFactor,
  removeStaff,
  type StaffChanged,
} from '../../use-cases/change-staff.ts';
import { newWayInToken, wayInTokenHash } from '../../tokens/way-in-token.ts';
import { inviteStaff } from '../../use-cases/invite-staff.ts';
import { takeBackInvitation } from '../../use-cases/take-back-invitation.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { type Language, languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso, isoOrNull } from '../present/iso.ts';

const DAY_SECONDS = '86400';

const refusals: Readonly<
  Record<'last' | 'yourself' | 'works-here' | 'elsewhere' | 'not-here', Readonly<Record<Language, string>>>
> = {
  last: {
    ru: 'Это последний администратор службы: сначала назначьте другого.',
    en: 'This is the last administrator of the desk: name another one first.',
  },
  yourself: {
    ru: 'С собой этого сделать нельзя: попросите другого администратора.',
    en: 'You can’t do this to yourself: ask another administrator.',
  },
  elsewhere: {
    ru: 'Этот человек работает и в другой службе: пусть сбросит её администратор.',
    en: 'This person works at another desk too: its administrator has to do this.',
  },
  'not-here': {
    ru: 'Второе подтверждение этого человека действует не в этой службе, а в других: сбросить его отсюда нельзя.',
    en: 'This person’s second factor stands for other desks, not for this one: it can’t be reset from here.',
  },
  'works-here': {
    ru: 'Этот человек уже работает в службе.',
    en: 'This person works at the desk already.',
  },
};

/** Who works in a desk, and who is invited to. */
export const staffRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const refuse = (code: keyof typeof refusals, language: Language): never => {
    throw new ProblemAnswer('state', { detail: refusals[code][language] });
  };
  const settle = (changed: StaffChanged, language: Language): void => {
    if (changed.ok) return;
    if (changed.code === 'not-found') throw new ProblemAnswer('not-found');
    refuse(changed.code, language);
  };

  mount(app, deps, endpoints.getStaff, ({ deskId }) =>
    context.db.inDesk(deskId, async (q) => ({
      staff: (await staffOf(q, deskId)).map((one) => ({ ...one, seenAt: isoOrNull(one.seenAt) })),
      invitations: (await invitationsOf(q, deskId)).map(({ isVouched, ...one }) => ({
        ...one,
        askedAt: iso(one.askedAt),
        until: iso(one.until),
        isOver: one.until <= context.now() || !isVouched,
      })),
    })),
  );
  mount(app, deps, endpoints.inviteStaff, async ({ deskId, body, person, membership, request }) => {
    if (body.role === 'administrator' && membership.role !== 'administrator')
      throw new ProblemAnswer('forbidden');
    const email = parseEmail(body.email);
    if (email === null)
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/email', code: 'invalid-email' }] });
    const { role, language } = body;
    const name = body.name.trim();
    // Nobody will get the letter: whoever may read it on the letters page hands its link over.
    const isHandedOver = membership.role === 'administrator' && !deps.mail.mailer.sends(deskId);
    const token = isHandedOver ? newWayInToken() : null;
    const tokenHash = token === null ? null : wayInTokenHash(token);
    const by = person.personId;
    const invited = await inviteStaff(context, { deskId, by, email, name, role, language, tokenHash });
    if (!invited.ok) {
      if (invited.code === 'works-here') return refuse(invited.code, languageOf(request));
      throw new ProblemAnswer('rate-limited', { headers: { 'retry-after': DAY_SECONDS } });
    }
    deps.wakeOutbox();
    const link = token === null ? null : `${deps.baseUrl}/enter/${token}`;
    return { invitationId: invited.invitationId, until: iso(invited.until), link };
  });
  mount(app, deps, endpoints.withdrawInvitation, async ({ deskId, params }) => {
    if (!(await takeBackInvitation(context, deskId, params.invitationId)))
      throw new ProblemAnswer('not-found');
    return null;
  });
  mount(app, deps, endpoints.changeStaff, async ({ deskId, params, body, person, request }) => {
    const personId = params.personId as PersonId;
    const change = { deskId, by: person.personId, personId, role: body.role };
    settle(await changeRole(context, change), languageOf(request));
    return { personId: params.personId, role: body.role };
  });
  mount(app, deps, endpoints.resetSecondFactor, async ({ deskId, params, person, request }) => {
    const change = { deskId, by: person.personId, personId: params.personId as PersonId };
    const forgotten = await forgetSecondFactor(context, change);
    deps.identity.forgetRecent();
    settle(forgotten, languageOf(request));
    return null;
  });
  mount(app, deps, endpoints.removeStaff, async ({ deskId, params, person, request }) => {
    const change = { deskId, by: person.personId, personId: params.personId as PersonId };
    settle(await removeStaff(context, deps.identity.endSessions, change), languageOf(request));
    return null;
  });
};
