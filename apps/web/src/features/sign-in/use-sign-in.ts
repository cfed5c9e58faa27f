import { endpoints, type Session } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

/** Somebody has just signed in: nothing of whoever was here before stays, and on they go where they wanted to be. */
export const useArrive = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  return async (session: Session): Promise<void> => {
    client.clear();
    client.setQueryData(keys.session, session);
    await navigate({ href: to ?? '/', replace: true });
  };
};

/** Signs in by a password. */
export const useSignIn = () => {
  const arrive = useArrive();
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      api(endpoints.signIn, { params: {}, body }),
    onSuccess: arrive,
  });
};
