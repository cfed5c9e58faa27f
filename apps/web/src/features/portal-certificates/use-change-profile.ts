import { endpoints, type PortalProfileChange } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { toast } from '../../ui/toast.ts';
import { portalKeys, usePortal } from '../portal/index.ts';
import { useCertificateWords } from './use-words.ts';

/** Changes what a customer says of themselves. */
export const useChangeProfile = () => {
  const { slug } = usePortal();
  const { profile: w } = useCertificateWords();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PortalProfileChange) =>
      api(endpoints.changePortalProfile, { params: { desk: slug }, body }),
    onSuccess: async (profile) => {
      client.setQueryData([...portalKeys.portal(slug), 'profile'], profile);
      toast(w.saved);
      await client.invalidateQueries({ queryKey: portalKeys.overview(slug) });
    },
  });
};
