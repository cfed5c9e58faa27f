import { localStorageColorSchemeManager, MantineProvider, type CSSVariablesResolver } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'reglament.theme' });

/** Mantine's meanings expressed in ours, so that tokens.css stays the only palette. */
const variables = {
  '--mantine-color-body': 'var(--rg-surface)',
  '--mantine-color-text': 'var(--rg-text)',
  '--mantine-color-dimmed': 'var(--rg-text-dim)',
  '--mantine-color-placeholder': 'var(--rg-text-dim)',
  '--mantine-color-error': 'var(--rg-danger)',
  '--mantine-color-anchor': 'var(--rg-accent)',
  '--mantine-color-default': 'var(--rg-surface)',
  '--mantine-color-default-hover': 'var(--rg-hover)',
  '--mantine-color-default-color': 'var(--rg-text)',
  '--mantine-color-default-border': 'var(--rg-border-strong)',
  '--mantine-color-gray-text': 'var(--rg-text-soft)',
  '--mantine-color-gray-light-color': 'var(--rg-text-soft)',
  '--mantine-color-ink-text': 'var(--rg-accent)',
  '--mantine-color-ink-light': 'var(--rg-accent-soft)',
  '--mantine-color-ink-light-color': 'var(--rg-accent)',
};
const resolver: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });

/** The nonce of this page; the server writes a new one at each request. */
const readNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      cssVariablesResolver={resolver}
      getStyleNonce={readNonce}
    >
      {children}
    </MantineProvider>
  );
}

// The scroll lock of modals asks get-nonce, which looks here.
Object.assign(globalThis, { __webpack_nonce__: readNonce() });
