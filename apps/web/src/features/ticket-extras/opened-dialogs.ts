import { onOpening } from '../../ui/on-opening.tsx';

export const LinkDialog = onOpening(async () => (await import('./link-dialog.tsx')).LinkDialog);
export const MacroDialog = onOpening(async () => (await import('./macro-dialog.tsx')).MacroDialog);
export const SnoozeDialog = onOpening(async () => (await import('./snooze-dialog.tsx')).SnoozeDialog);
export const TimeDialog = onOpening(async () => (await import('./time-dialog.tsx')).TimeDialog);
