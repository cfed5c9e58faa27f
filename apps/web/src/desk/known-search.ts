/**
 * Reads an address by `read` and hides everything else under these names: the router hands on what a page's own reading leaves out,
 * so that `?view=nonsense` would reach the page as it stands.
 */
export const knownSearch =
  <Search extends object>(
    names: readonly string[],
    read: (search: Readonly<Record<string, unknown>>) => Search,
  ) =>
  (search: Readonly<Record<string, unknown>>): Search => ({
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    ...read(search),
  });
