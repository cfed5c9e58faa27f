import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/queries.ts';
import { I18nProvider } from './i18n/i18n.tsx';
import { router } from './router.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { Toasts } from './ui/toasts.tsx';

export function App() {
  return (
    <ThemeProvider>
      <I18nProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
        <Toasts />
      </I18nProvider>
    </ThemeProvider>
  );
}
