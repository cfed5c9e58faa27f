import { onOpening } from '../../ui/on-opening.tsx';

export const ContactsDialog = onOpening(async () => (await import('./contacts-dialog.tsx')).ContactsDialog);
export const CreateCompany = onOpening(async () => (await import('./facts-dialog.tsx')).CreateCompany);
