import { endpoints, livePath, portalLivePath } from '@reglament/contract';

const routes: readonly { readonly method: string; readonly path: string }[] = [
  ...Object.values(endpoints),
  { method: 'GET', path: livePath },
  { method: 'GET', path: portalLivePath },
  { method: 'GET', path: '/api/openapi.json' },
  { method: 'GET', path: '/healthz' },
  { method: 'GET', path: '/regulation.schema.json' },
];

/** They have no end, so there is no asking for their head alone. */
const streams: ReadonlySet<string> = new Set([livePath, portalLivePath]);

const patterns = routes.map((r) => ({
  methods: r.method === 'GET' && !streams.has(r.path) ? ['GET', 'HEAD'] : [r.method],
  pattern: new RegExp(`^${r.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Methods that an address has, for `Allow`; empty: there is no such address in the API. */
export const methodsAt = (path: string): readonly string[] => {
  const methods = patterns.filter((r) => r.pattern.test(path)).flatMap((r) => r.methods);
  return [...new Set(methods.toSorted((a, b) => Number(a === 'HEAD') - Number(b === 'HEAD')))];
};
