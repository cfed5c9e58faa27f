import type { TicketPage } from '@reglament/contract';
import { AcceptDialog } from './accept-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { CallDialog } from './call-dialog.tsx';
import { ClassifyDialog } from './classify-dialog.tsx';
import { ConfirmationDialog } from './confirmation-dialog.tsx';
import { DateAnswerDialog } from './date-answer-dialog.tsx';
import { DateDialog } from './date-dialog.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { IdentifyDialog } from './identify-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ObjectionDialog } from './objection-dialog.tsx';
import { ProductDialog } from './product-dialog.tsx';
import { SiteDialog } from './site-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

export interface DialogProps {
  readonly page: TicketPage;
  readonly onClose: () => void;
}

const dialogs = {
  assign: AssignDialog,
  classify: ClassifyDialog,
  decline: DeclineDialog,
  'hand-over': HandOverDialog,
  split: SplitDialog,
  merge: MergeDialog,
  'record-confirmation': ConfirmationDialog,
  'record-objection': ObjectionDialog,
  'record-call': CallDialog,
  'agree-date': DateDialog,
  'record-date-answer': DateAnswerDialog,
  identify: IdentifyDialog,
  'name-site': SiteDialog,
  'name-product': ProductDialog,
  'accept-uncovered': AcceptDialog,
};

export type DialogName = keyof typeof dialogs;

export function ActionDialog({ name, page, onClose }: DialogProps & { readonly name: DialogName }) {
  const Dialog = dialogs[name];
  return <Dialog page={page} onClose={onClose} />;
}
