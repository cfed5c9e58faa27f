import { endpoints, livePath } from '@reglament/contract';

const routes: readonly { readonly method: string; readonly path: string }[] = [
  ...Object.values(endpoints),
  { method: 'GET', path: livePath },
  { method: 'GET', path: '/api/openapi.json' },
  { method: 'GET', path: '/healthz' },
];

const patterns = routes.map((r) => ({
  method: r.method,
  pattern: new RegExp(`^${r.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Methods that an address has, for `Allow`; empty: there is no such address in the API. */
export const methodsAt = (path: string): readonly string[] => {
  const methods = new Set(patterns.filter((r) => r.pattern.test(path)).map((r) => r.method));
  return methods.has('GET') ? [...methods, 'HEAD'] : [...methods];
};
