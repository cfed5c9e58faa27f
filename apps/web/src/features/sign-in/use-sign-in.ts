import { endpoints } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

/** Signs in, then goes where the person wanted to be. */
export const useSignIn = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      api(endpoints.signIn, { params: {}, body }),
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(keys.session, session);
      await navigate({ href: to ?? '/', replace: true });
    },
  });
};
