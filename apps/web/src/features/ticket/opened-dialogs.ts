import { onOpening } from '../../ui/on-opening.tsx';

export const ActionDialog = onOpening(async () => (await import('./action-dialog.tsx')).ActionDialog);
export const CommissioningDialog = onOpening(
  async () => (await import('./commissioning-dialog.tsx')).CommissioningDialog,
);
