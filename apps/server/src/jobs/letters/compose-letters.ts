import type { OutboxItem } from '../../store/outbox.ts';
import type { Context } from '../../use-cases/context.ts';
import { composeCertificateLetters } from './certificate-letters.ts';
import { composeContactLetters } from './contact-letters.ts';
import { composeInquiryLetters } from './inquiry-letters.ts';
import type { Composed, DeliverOutboxOptions } from './parcel.ts';
import { composeTicketLetters } from './ticket-letters.ts';
import { composeToldLetter } from './told-letters.ts';
import { composeWayInLetter } from './way-in-letters.ts';

/** The letters of an item, by what it is about: each file beside this one states the facts and words of its own, `parcelOf` the rest. */
export const composeLetters = (
  context: Context,
  options: DeliverOutboxOptions,
  item: OutboxItem,
): Promise<Composed> => {
  const { owed } = item;
  switch (owed.about) {
    case 'ticket':
      return composeTicketLetters(context, options, { ...item, owed });
    case 'contact':
      return composeContactLetters(context, options, { ...item, owed });
    case 'certificate':
      return composeCertificateLetters(context, options, { ...item, owed });
    case 'inquiry':
      return composeInquiryLetters(context, options, { ...item, owed });
    case 'notification':
      return composeToldLetter(context, options, { ...item, owed });
    case 'way-in':
      return composeWayInLetter(context, options, { ...item, owed });
  }
};
