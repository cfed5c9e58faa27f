import { type CertificateNotice, isStillNews, type Language } from '@reglament/desk';
import { renderCertificateNotice } from '../../reactions/render-certificate-notice.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import {
  type CertificateAddressee,
  certificateForLetter,
} from '../../store/queries/certificate-for-letter.ts';
import { contactsWithout } from '../../store/queries/contact-profiles.ts';
import { inForceFor, worldOf } from '../../use-cases/command-certificate.ts';
import { type Compose, copyId, nothing, type Parcel } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';
import { unsubscribeUrl } from './unsubscribe-url.ts';

/** That it will end: who has an account may do without. That it began, ended or changed is told to everybody. */
const isReminder = (notice: CertificateNotice): boolean =>
  notice.kind === 'turned' &&
  notice.turn !== 'began' &&
  notice.turn !== 'ended' &&
  notice.turn !== 'loyalty-ended';

/**
 * Letters to a company about a step of its certificate, a copy to each of its listed contacts. None answers a letter, so that the
 * limits against loops don't count them; an answer to one is a request of its own.
 */
export const composeCertificateLetters: Compose<ItemAbout<'certificate'>> = async (
  context,
  options,
  item,
) => {
  const { deskId } = item;
  const { certificateId, notice } = item.owed;
  const about = await context.db.inDesk(deskId, (q) => certificateForLetter(q, deskId, certificateId));
  if (about === null) throw new Error(`certificate ${certificateId} of a letter is gone`);
  const { certificate, addressees } = about;
  const now = context.now();
  if (!isStillNews(notice, certificate, now)) return nothing;
  const desk = options.desk(deskId);
  const inForce = await inForceFor(context, deskId, certificate);
  // The page that sends a link to one's own: a letter is read for longer than a link of its own may work.
  const pageIn = (language: Language): string =>
    `${options.baseUrl}/c/${desk.slug}${language === 'ru' ? '' : `?lang=${language}`}`;
  const parcelTo = ({ contactId, name, email, language: said }: CertificateAddressee): Parcel => {
    const language = said ?? 'ru';
    const words = renderCertificateNotice(
      notice,
      { ...about, world: worldOf(inForce, now), deskName: desk.name, pageUrl: pageIn(language) },
      language,
    );
    const unsubscribe = isReminder(notice)
      ? unsubscribeUrl(context, options.baseUrl, desk, {
          kind: 'certificate',
          contactId,
          recipient: email,
          language,
        })
      : null;
    return parcelOf(desk, item, {
      about: 'certificate',
      letterId: copyId(item.outboxId, contactId),
      to: { name, address: email },
      language,
      words,
      unsubscribeUrl: unsubscribe,
    });
  };
  const unwanted = isReminder(notice)
    ? await context.db.inDesk(deskId, (q) =>
        contactsWithout(
          q,
          deskId,
          'certificate',
          addressees.map(({ contactId }) => contactId),
        ),
      )
    : new Set();
  const wanted = addressees.filter(({ contactId }) => !unwanted.has(contactId));
  return { parcels: wanted.map(parcelTo), onAccepted: null };
};
