import { type BodyOf, endpoints, type Role } from '@reglament/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useDesk } from '../../../desk/desk-context.tsx';

export const staffQuery = (desk: string) =>
  queryOptions({
    queryKey: [...keys.desk(desk), 'staff'],
    queryFn: ({ signal }) => api(endpoints.getStaff, { params: { desk } }, { signal }),
  });

/** A change of who works here; the list is asked again afterwards, also after a refusal. */
const useChange = <Input, Reply>(change: (desk: string, input: Input) => Promise<Reply>) => {
  const { slug } = useDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(slug, input),
    onSettled: () => client.invalidateQueries({ queryKey: staffQuery(slug).queryKey }),
  });
};

export const useInvite = () =>
  useChange((desk, body: BodyOf<typeof endpoints.inviteStaff>) =>
    api(endpoints.inviteStaff, { params: { desk }, body }),
  );

export const useWithdraw = () =>
  useChange((desk, invitationId: string) =>
    api(endpoints.withdrawInvitation, { params: { desk, invitationId } }),
  );

export const useGiveRole = () =>
  useChange((desk, given: { readonly personId: string; readonly role: Role }) =>
    api(endpoints.changeStaff, { params: { desk, personId: given.personId }, body: { role: given.role } }),
  );

export const useResetFactor = () =>
  useChange((desk, personId: string) =>
    api(endpoints.resetSecondFactor, { params: { desk, personId }, body: {} }),
  );

export const useRemove = () =>
  useChange((desk, personId: string) => api(endpoints.removeStaff, { params: { desk, personId } }));
