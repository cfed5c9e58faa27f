import { endpoints, type Session } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useI18n } from '../../i18n/i18n.tsx';

/** What a link opens; looking does not use it up. */
export const useLookAt = (token: string) =>
  useQuery({
    queryKey: ['way-in', token],
    queryFn: ({ signal }) => api(endpoints.lookAtWayIn, { params: {}, body: { token } }, { signal }),
    staleTime: Infinity,
  });

/** Goes in by a link, whichever kind it is, and on to where the person belongs. */
export const useEnter = (token: string) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { setLanguage } = useI18n();
  const go = async (session: Session): Promise<void> => {
    client.clear();
    if (session.person.language !== null) setLanguage(session.person.language);
    client.setQueryData(keys.session, session);
    await navigate({ href: '/', replace: true });
  };
  return {
    byLink: useMutation({
      mutationFn: () => api(endpoints.signInByLink, { params: {}, body: { token } }),
      onSuccess: go,
    }),
    byReset: useMutation({
      mutationFn: (password: string) =>
        api(endpoints.resetPassword, { params: {}, body: { token, password } }),
      onSuccess: go,
    }),
    byInvitation: useMutation({
      mutationFn: (given: { readonly name?: string; readonly password?: string }) =>
        api(endpoints.acceptInvitation, { params: {}, body: { token, ...given } }),
      onSuccess: ({ session }) => (session === null ? navigate({ href: '/', replace: true }) : go(session)),
    }),
  };
};
