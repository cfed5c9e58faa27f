import { endpoints, type Session } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { BUSY_MS, isBusy, keys } from '../../api/queries.ts';
import { useI18n } from '../../i18n/i18n.tsx';

/** Somebody has just signed in: nothing of whoever was here before stays, and on they go where they wanted to be. */
export const useArrive = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const { setLanguage } = useI18n();
  return async (session: Session): Promise<void> => {
    client.clear();
    // What they chose in their profile goes before what this browser spoke to whoever was here.
    if (session.person.language !== null) setLanguage(session.person.language);
    client.setQueryData(keys.session, session);
    await navigate({ href: to ?? '/', replace: true });
  };
};

/** Signs in by a password; a server that is busy for a moment is asked once more before anybody is troubled. */
export const useSignIn = () => {
  const arrive = useArrive();
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      api(endpoints.signIn, { params: {}, body }),
    onSuccess: arrive,
    retry: (failures, error) => failures < 1 && isBusy(error),
    retryDelay: BUSY_MS,
  });
};
