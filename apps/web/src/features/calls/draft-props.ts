import type { RegistrationForm } from '../register/index.ts';
import type { CallDraft } from './call-drafts.ts';

/** What every part of a call card is given: the call as it stands, and how its parts are changed. */
export interface DraftProps {
  readonly draft: CallDraft;
  readonly onChange: (part: Partial<CallDraft>) => void;
  readonly onForm: (part: Partial<RegistrationForm>) => void;
}
