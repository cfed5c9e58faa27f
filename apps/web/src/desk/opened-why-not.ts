import { onOpening } from '../ui/on-opening.tsx';

export const WhyNotDialog = onOpening(async () => (await import('./why-not-dialog.tsx')).WhyNotDialog);
