import { type AccountPage, endpoints, type Session } from '@reglament/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

const key = ['account'] as const;

export const accountQuery = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => api(endpoints.getAccount, { params: {} }, { signal }),
});

/** After a change: the account is asked again, and the session kept that came with it. */
const useSettle = () => {
  const client = useQueryClient();
  return async (session: Session | null): Promise<void> => {
    if (session !== null) client.setQueryData(keys.session, session);
    await client.invalidateQueries({ queryKey: key });
  };
};

export const useDescribe = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: (body: Pick<AccountPage, 'name' | 'language'>) =>
      api(endpoints.changeAccount, { params: {}, body }),
    onSuccess: settle,
  });
};

export const useChangePassword = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: (body: { readonly current: string | null; readonly next: string }) =>
      api(endpoints.changePassword, { params: {}, body }),
    onSuccess: settle,
  });
};

/** A secret for an app, asked for once a dialog is open. */
export const totpOfferQuery = queryOptions({
  queryKey: [...key, 'totp-offer'],
  queryFn: () => api(endpoints.offerTotp, { params: {}, body: {} }),
  staleTime: Infinity,
  gcTime: 0,
});

export const useConfirmTotp = () =>
  useMutation({
    mutationFn: (code: string) => api(endpoints.confirmTotp, { params: {}, body: { code } }),
  });

/** Gives the second factor: a code of the app, or a recovery code. */
export const useGiveCode = () =>
  useMutation({
    mutationFn: (code: string) => api(endpoints.giveSecondFactor, { params: {}, body: { code } }),
  });

export const useRemoveTotp = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: (code: string) => api(endpoints.removeTotp, { params: {}, body: { code } }),
    onSuccess: settle,
  });
};

export const useRenewRecoveryCodes = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: (code: string) => api(endpoints.renewRecoveryCodes, { params: {}, body: { code } }),
    onSuccess: () => settle(null),
  });
};

export const useRemovePasskey = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: (passkeyId: string) => api(endpoints.removePasskey, { params: { passkeyId } }),
    onSuccess: settle,
  });
};

export const useEndSession = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: (sessionId: string) => api(endpoints.endSession, { params: { sessionId } }),
    onSuccess: settle,
  });
};

export const useEndOtherSessions = () => {
  const settle = useSettle();
  return useMutation({
    mutationFn: () => api(endpoints.endOtherSessions, { params: {} }),
    onSuccess: settle,
  });
};
