import { endpoints } from '@reglament/contract';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';

/** Asks for a link by mail; the answer is the same for everybody. */
export const useAsk = (what: 'link' | 'reset') => {
  const { language } = useI18n();
  const { desk } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: (email: string) =>
      what === 'reset'
        ? api(endpoints.askPasswordReset, { params: {}, body: { email, language } })
        : api(endpoints.askSignInLink, {
            params: {},
            body: { email, language, ...(desk === undefined ? {} : { desk }) },
          }),
  });
};
