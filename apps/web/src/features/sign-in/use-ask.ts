import { endpoints } from '@reglament/contract';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { deskOfPath } from '../../desk/desk-of-path.ts';
import { useI18n } from '../../i18n/i18n.tsx';

/** Asks for a link by mail; the answer is the same for everybody. */
export const useAsk = (what: 'link' | 'reset') => {
  const { language } = useI18n();
  const { desk: named, to } = useSearch({ from: '/sign-in' });
  // What a letter opens is good at its own desk: that is the one where they want to go.
  const desk = named ?? deskOfPath(to ?? '') ?? undefined;
  return useMutation({
    mutationFn: (email: string) =>
      api(what === 'reset' ? endpoints.askPasswordReset : endpoints.askSignInLink, {
        params: {},
        body: { email, language, ...(desk === undefined ? {} : { desk }) },
      }),
  });
};
