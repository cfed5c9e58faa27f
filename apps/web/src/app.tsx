import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/queries.ts';
import { I18nProvider } from './i18n/i18n.tsx';
import type { Language } from './i18n/language.ts';
import type { Messages } from './i18n/ru.ts';
import { router } from './router.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { Toasts } from './ui/toasts.tsx';

interface Props {
  /** The language of the first paint, and its words. */
  readonly spoken: { readonly language: Language; readonly m: Messages };
}

export function App({ spoken }: Props) {
  return (
    <ThemeProvider>
      <I18nProvider first={spoken}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
        <Toasts />
      </I18nProvider>
    </ThemeProvider>
  );
}
