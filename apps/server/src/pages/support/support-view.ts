import type { Calendars } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { OwnTicket, PageContact, SpokenFor } from '../../store/queries/support-page.ts';
import type { ShownCertificate } from '../../use-cases/show-certificates.ts';
import type { AskedPreview } from './ask-section.ts';
import type { ActShown } from './act-form.ts';
import type { PlainView } from './plain-view.ts';
import type { SupportDone } from './support-words.ts';

/** Everything that a person's own support page is made of. */
export interface SupportView extends PlainView {
  readonly contact: PageContact;
  /** Companies whose certificates it may see. */
  readonly companies: readonly SpokenFor[];
  readonly certificates: readonly ShownCertificate[];
  readonly tickets: readonly (OwnTicket & { readonly url: string })[];
  readonly now: Instant;
  /** When the link stops opening the page. */
  readonly until: Instant;
  /** Path of the page; forms live under it. */
  readonly path: string;
  readonly flash: {
    readonly done: SupportDone;
    readonly ticket: { readonly number: number; readonly url: string } | null;
  } | null;
  /** The form about an act that came back, or its preview; null: none. */
  readonly act: ActShown | null;
  /** A refusal of another form, in words. */
  readonly refused: string | null;
  readonly calendars: Calendars;
  /** What "may I ask" was asked, and the answer; null: not asked. */
  readonly asked: AskedPreview | null;
  /** Choices of that form. */
  readonly askChoices: Readonly<Record<string, string>>;
}
