import { endpoints } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { tellTabs } from '../../api/tabs.ts';

export const useSignOut = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api(endpoints.signOut, { params: {} }),
    onSuccess: async () => {
      tellTabs({ kind: 'signed-out' });
      client.clear();
      await navigate({ to: '/sign-in' });
    },
  });
};
