import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig } from 'vite';
import { beginInPage } from './build/begin-in-page.ts';
import { contractAsData } from './build/contract-as-data.ts';
import { groupByScreens } from './build/group-by-screens.ts';
import { precompress } from './build/precompress.ts';
import { stylesWithParts } from './build/styles-with-parts.ts';
import { tellFirstScreens } from './build/tell-first-screens.ts';

const shared = (): InlineConfig => ({
  plugins: [react(), contractAsData(), stylesWithParts()],
  // Workspace packages are bundled from their sources, nothing is built first.
  resolve: {
    conditions: ['@reglament/source', 'module', 'browser', 'development|production'],
  },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});

export default defineConfig(async ({ command }) => ({
  ...shared(),
  plugins: [...(shared().plugins ?? []), tellFirstScreens(), beginInPage(shared), precompress()],
  // The server puts a fresh nonce into the page at each request.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    ...shared().build,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Kept by browsers over releases of the product.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            {
              name: 'router',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store|query-core|react-query)\//,
              priority: 29,
            },
            ...(command === 'build' ? await groupByScreens(shared()) : []),
            { name: 'fields', test: /node_modules\/@mantine\//, priority: 5, minShareCount: 8 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
}));
