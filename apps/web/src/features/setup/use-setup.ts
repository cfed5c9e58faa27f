import { endpoints } from '@reglament/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys, queryClient } from '../../api/queries.ts';
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
    mutationFn: (form: SetupForm) => api(endpoints.setUpFirst, { params: {}, body: setupBody(token, form) }),
    onSuccess: (session) => queryClient.setQueryData(keys.session, session),
  });
