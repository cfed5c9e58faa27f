import type { ContactId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { OptionalLetter } from '../../store/queries/contact-profiles.ts';
import type { Desk } from '../../store/queries/desks.ts';
import { UNSUBSCRIBE_MS } from '../../tokens/page-terms.ts';
import { pageToken } from '../../tokens/page-token.ts';
import type { Context } from '../../use-cases/context.ts';

/** The link that says no to letters of one kind without a sign-in: `https://desk.example/u/<desk>/<kind>/<token>`. */
export const unsubscribeUrl = (
  context: Context,
  baseUrl: string,
  { deskId, slug }: Pick<Desk, 'deskId' | 'slug'>,
  to: {
    readonly kind: OptionalLetter;
    readonly contactId: ContactId;
    readonly recipient: string;
    readonly language: Language;
  },
): string => {
  const token = pageToken(context.secret, `unsubscribe-${to.kind}`, {
    deskId,
    id: to.contactId,
    recipient: to.recipient,
    until: (context.now() + UNSUBSCRIBE_MS) as Instant,
  });
  return `${baseUrl}/u/${slug}/${to.kind}/${token}${to.language === 'ru' ? '' : `?lang=${to.language}`}`;
};
