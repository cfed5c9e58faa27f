import { endpoints, type BodyOf } from '@reglament/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { lookWhoIsSignedIn } from '../../../api/look-who-is-signed-in.ts';
import { keys } from '../../../api/queries.ts';
import { useDesk } from '../../../desk/desk-context.tsx';

/** What the desk is called and by which addresses it is reached. */
export const useDeskDetails = () => {
  const { slug } = useDesk();
  return useQuery({
    queryKey: keys.aboutDesk(slug),
    queryFn: ({ signal }) => api(endpoints.getDesk, { params: { desk: slug } }, { signal }),
  });
};

export const useChangeDesk = () => {
  const { slug } = useDesk();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      body,
    }: {
      readonly version: number;
      readonly body: BodyOf<typeof endpoints.changeDesk>;
    }) => api(endpoints.changeDesk, { params: { desk: slug }, body }, { version }),
    onSuccess: async (page) => {
      client.setQueryData(keys.aboutDesk(slug), page);
      // Its name stands there.
      await lookWhoIsSignedIn(client);
    },
    // Perhaps somebody else changed it meanwhile: what it is now is shown beside what was typed.
    onError: () => client.invalidateQueries({ queryKey: keys.aboutDesk(slug) }),
  });
};
