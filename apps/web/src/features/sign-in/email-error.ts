import { useI18n } from '../../i18n/i18n.tsx';

/** What is wrong with an address as it was typed; null: nothing that can be seen from here. */
export const useEmailError = (email: string): string | null => {
  const { m } = useI18n();
  if (email.trim() === '') return m.signIn.emailMissing;
  return /^\S+@\S+$/.test(email.trim()) ? null : m.signIn.emailBroken;
};
