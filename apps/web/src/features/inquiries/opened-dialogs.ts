import { onOpening } from '../../ui/on-opening.tsx';

export const NewInquiryDialog = onOpening(
  async () => (await import('./new-inquiry-dialog.tsx')).NewInquiryDialog,
);
export const SendToSalesDialog = onOpening(
  async () => (await import('./send-to-sales-dialog.tsx')).SendToSalesDialog,
);
