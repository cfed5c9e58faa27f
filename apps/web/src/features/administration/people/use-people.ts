import { type BodyOf, endpoints, type Role } from '@reglament/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useDesk } from '../../../desk/desk-context.tsx';
import { toast } from '../../../ui/toast.ts';
import { usePeopleWords } from './use-words.ts';

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

type Invite = BodyOf<typeof endpoints.inviteStaff>;

/** Invites somebody; says that the letter went, or gives the link where none goes. */
export const useInvite = (onLink: (handed: HandedLink) => void) => {
  const w = usePeopleWords();
  const invite = useChange((desk, body: Invite) => api(endpoints.inviteStaff, { params: { desk }, body }));
  const send = (body: Invite, onDone?: () => void) =>
    invite.mutate(body, {
      onSuccess: ({ link, until }) => {
        if (link === null) toast(w.invited(body.email));
        else onLink({ email: body.email, until, link });
        onDone?.();
      },
    });
  return { ...invite, send };
};

/** An invitation whose letter nobody sends: its link is handed over by whoever invited. */
export interface HandedLink {
  readonly email: string;
  readonly until: string;
  readonly link: string;
}

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
