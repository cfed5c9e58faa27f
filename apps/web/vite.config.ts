import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Workspace packages are bundled from their sources, nothing is built first.
  resolve: {
    conditions: ['@reglament/source', 'module', 'browser', 'development|production'],
    // 50 kB gzipped that would never run here.
    alias: { zod: fileURLToPath(new URL('./src/api/no-schemas.ts', import.meta.url)) },
  },
  // The server puts a fresh nonce into the page at each request.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
