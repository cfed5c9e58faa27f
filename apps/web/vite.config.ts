import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractAsData } from './build/contract-as-data.ts';

export default defineConfig({
  plugins: [react(), contractAsData()],
  // Workspace packages are bundled from their sources, nothing is built first.
  resolve: {
    conditions: ['@reglament/source', 'module', 'browser', 'development|production'],
  },
  // The server puts a fresh nonce into the page at each request.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A hundred small files cost more than what they spare: what most screens share travels together.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            {
              name: 'router',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store|query-core|react-query)\//,
              priority: 29,
            },
            { name: 'icons', test: /node_modules\/@tabler\//, priority: 28, minShareCount: 2 },
            {
              name: 'parts',
              test: /node_modules\/clsx|node_modules\/@mantine\/(hooks|core\/esm\/(core|components\/(ActionIcon|Button|CloseButton|Input|InputBase|Loader|NativeSelect|Paper|Skeleton|TextInput|Textarea|UnstyledButton|VisuallyHidden)))\//,
              priority: 27,
              minShareCount: 4,
            },
            // What lies above the page: neither a customer's list nor the sign-in page begins with it.
            {
              name: 'layers',
              test: /node_modules\/(@floating-ui|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-sidecar|use-callback-ref|@mantine\/core\/esm\/(utils\/Floating|components\/(FocusTrap|Menu|Modal|ModalBase|Overlay|Popover|Portal|ScrollArea|Tooltip|Transition)))\//,
              priority: 26,
              minShareCount: 4,
            },
            { name: 'fields', test: /node_modules\/@mantine\//, priority: 25, minShareCount: 8 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
