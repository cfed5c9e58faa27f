import { endpoints } from '@reglament/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys, queryClient, sessionQuery } from '../../api/queries.ts';
import { type SetupForm, setupBody } from './setup-form.ts';

/** Whether the address leads in, and what one can begin with. */
export const useLook = (token: string) =>
  useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api(endpoints.lookAtSetup, { params: {}, body: { token } }, { signal }),
    retry: false,
    staleTime: Infinity,
  });

export const useCheckText = (token: string) =>
  useMutation({
    mutationFn: (source: string) => api(endpoints.checkFirstText, { params: {}, body: { token, source } }),
  });

export const useSetUp = (token: string) =>
  useMutation({
    mutationFn: ({ form, isMine }: { readonly form: SetupForm; readonly isMine: boolean }) =>
      api(endpoints.setUpFirst, { params: {}, body: setupBody(token, form, isMine) }),
    onSuccess: (session, { isMine }) => {
      // Nothing of whoever was signed in before stays.
      if (!isMine) queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup' });
      queryClient.setQueryData(keys.session, session);
    },
  });

/** Who may take a desk that is added; looked at again when one comes back from signing in beside this page. */
export const useWhoIsHere = (adds: boolean) => {
  const query = useQuery({
    ...sessionQuery,
    enabled: adds,
    retry: false,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  });
  const session = query.data;
  const isWhole = session !== undefined && session.secondFactor !== 'owed' && session.goodAt === null;
  return {
    isPending: adds && query.isPending,
    me: isWhole && !query.isError ? session.person : null,
    /** Somebody is signed in whose session makes no desk. */
    isNarrow: session !== undefined && !query.isError && !isWhole,
  };
};
