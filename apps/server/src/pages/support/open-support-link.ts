import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type KeptPageRequest, pageRequest } from '../../store/queries/page-request.ts';
import { statusDesk, type StatusDesk } from '../../store/queries/status-page.ts';
import { type PageContact, pageContact } from '../../store/queries/support-page.ts';
import { isPageToken, readPageToken } from '../../tokens/page-token.ts';
import type { Context } from '../../use-cases/context.ts';

export interface OpenedSupport {
  readonly desk: StatusDesk;
  readonly contact: PageContact;
  readonly until: Instant;
}

export interface OpenedConfirm {
  readonly desk: StatusDesk;
  readonly request: KeptPageRequest;
}

/** Signed over as well where nobody was found: nothing costs less reckoning than something. */
const NOBODY = '—';

/** Whose support page a link opens; null for every fault alike, be it the desk, the person, the signature or the time. */
export const openSupportLink = async (
  context: Context,
  slug: string,
  token: string,
): Promise<OpenedSupport | null> => {
  const read = readPageToken(token);
  const desk = read === null ? null : await statusDesk(context.db.plain, slug);
  if (read === null || desk === null) return null;
  const { deskId } = desk;
  const contact = await context.db.inDesk(deskId, (q) => pageContact(q, deskId, read.id));
  const given = { deskId: deskId as DeskId, recipient: contact?.email ?? NOBODY, now: context.now() };
  const believed = isPageToken(context.secret, 'support', read, given);
  return contact !== null && believed ? { desk, contact, until: read.until } : null;
};

/** The request that a letter's link confirms; null for every fault alike, and for one whose link was used. */
export const openConfirmLink = async (
  context: Context,
  slug: string,
  token: string,
): Promise<OpenedConfirm | null> => {
  const read = readPageToken(token);
  const desk = read === null ? null : await statusDesk(context.db.plain, slug);
  if (read === null || desk === null) return null;
  const { deskId } = desk;
  const request = await context.db.inDesk(deskId, (q) => pageRequest(q, deskId, read.id));
  const given = { deskId, recipient: request?.email ?? NOBODY, now: context.now() };
  const believed = isPageToken(context.secret, 'confirm', read, given);
  return request !== null && believed ? { desk, request } : null;
};
