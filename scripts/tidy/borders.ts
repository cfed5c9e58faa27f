/** What a folder may import. The table of ARCHITECTURE.md as data; the lint's folder rules say the same again. */
export interface Border {
  /** Other zones, by name. Its own zone is always allowed. */
  readonly zones: readonly string[];
  /** Zones of which only types may be imported. */
  readonly typesOf?: readonly string[];
  /** Libraries by name, or every one that package.json has, but for the listed. */
  readonly libraries: readonly string[] | { readonly allBut: readonly string[] };
  /** Node's own modules. */
  readonly node: boolean;
}

const PURE_RULES = ['desk', 'working-time'];
const SERVER_BASE = [...PURE_RULES, 'server/ids', 'server/tokens', 'server/text', 'server/time-zones'];
const HTTP_LIBRARIES = ['fastify', '@fastify/'];
const SQL_LIBRARIES = ['pg', 'kysely', 'pg-copy-streams'];
const ANY = { allBut: [] };

const SERVER_FOLDERS = [
  'server/store',
  'server/store/queries',
  'server/use-cases',
  'server/http',
  'server/pages',
  'server/channels',
  'server/reactions',
  'server/jobs',
  'server/postgres',
  'server/identity',
  'server/tokens',
  'server/text',
  'server/time-zones',
  'server/demo',
];
const EVERYTHING = [
  ...PURE_RULES,
  ...['contract', 'server', 'server/open', 'server/ids', 'server/config', 'server/testing'],
  ...SERVER_FOLDERS,
];

const entrance: Border = {
  zones: [...SERVER_BASE, 'contract', 'server/use-cases', 'server/store/queries', 'server/identity'],
  // What main hands in: the values are arguments, only their types are named.
  typesOf: ['server', 'server/config', 'server/store'],
  libraries: { allBut: SQL_LIBRARIES },
  node: true,
};
const workshop: Border = {
  zones: [...EVERYTHING, 'web', 'cli', 'e2e', 'scripts', 'regulations'],
  libraries: ANY,
  node: true,
};

/** Every zone there is. A new folder of the server gets its row here before its first file. */
export const BORDERS: Readonly<Record<string, Border>> = {
  'working-time': { zones: [], libraries: [], node: false },
  desk: { zones: ['working-time'], libraries: ['zod', 'yaml'], node: false },
  contract: { zones: PURE_RULES, libraries: ['zod'], node: false },
  'server/store': {
    zones: [...SERVER_BASE, 'server/store/queries'],
    libraries: { allBut: HTTP_LIBRARIES },
    node: true,
  },
  'server/store/queries': {
    zones: [...SERVER_BASE, 'server/store'],
    libraries: { allBut: HTTP_LIBRARIES },
    node: true,
  },
  'server/use-cases': {
    zones: [...SERVER_BASE, 'server/store', 'server/store/queries'],
    typesOf: ['contract'],
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  'server/http': { ...entrance, zones: [...entrance.zones, 'server/pages'] },
  'server/pages': { ...entrance, zones: [...entrance.zones, 'server/http'] },
  'server/channels': { ...entrance, libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] } },
  'server/reactions': {
    zones: SERVER_BASE,
    typesOf: ['server/store', 'server/store/queries'],
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  'server/jobs': {
    zones: [
      ...SERVER_BASE,
      'server/use-cases',
      'server/store',
      'server/store/queries',
      'server/channels',
      'server/reactions',
    ],
    typesOf: ['server/config'],
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  'server/postgres': { zones: [], libraries: { allBut: HTTP_LIBRARIES }, node: true },
  // The signed words in our letters and links that lead back to a ticket.
  'server/tokens': {
    zones: PURE_RULES,
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  // The believable first day of an installation.
  'server/demo': {
    zones: [...SERVER_BASE, 'server/use-cases', 'server/store', 'server/store/queries', 'server/identity'],
    typesOf: ['server/config'],
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  // Words and names made safe to show, for letters, pages and files alike.
  'server/text': {
    zones: [...PURE_RULES, 'server/time-zones'],
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  // Other copies of the time-zone data beside ours, and what can be wrong with the time a desk counts in.
  'server/time-zones': {
    zones: PURE_RULES,
    libraries: { allBut: [...HTTP_LIBRARIES, ...SQL_LIBRARIES] },
    node: true,
  },
  // Who somebody is: the sign-in library keeps its own tables through the store's pool.
  'server/identity': {
    zones: ['server/ids', 'server/store', 'server/store/queries'],
    libraries: { allBut: HTTP_LIBRARIES },
    node: true,
  },
  'server/testing': { zones: [...EVERYTHING, 'scripts', 'regulations'], libraries: ANY, node: true },
  // Nothing but tests: a letter's whole way, on the parts as they stand.
  'server/life': { zones: EVERYTHING, libraries: ANY, node: true },
  // Nothing but tests too: what the regulations' clauses make a desk do.
  'server/scenarios': { zones: EVERYTHING, libraries: ANY, node: true },
  // main, config and whatever else stands in the root of src: the only place that knows everybody.
  server: {
    zones: [...SERVER_FOLDERS, ...SERVER_BASE, 'contract', 'server/open', 'server/config'],
    libraries: ANY,
    node: true,
  },
  // Leaves: the rest of the server may know their types, their values come from main.
  'server/config': { zones: [], libraries: ANY, node: true },
  'server/ids': { zones: [], libraries: [], node: true },
  'server/open': {
    zones: [...SERVER_FOLDERS, ...SERVER_BASE, 'server', 'server/config'],
    libraries: ANY,
    node: true,
  },
  web: {
    zones: [...PURE_RULES, 'contract', 'web/features', 'web/ui', 'web/i18n'],
    libraries: ANY,
    node: false,
  },
  'web/features': {
    zones: [...PURE_RULES, 'contract', 'web', 'web/ui', 'web/i18n'],
    libraries: ANY,
    node: false,
  },
  'web/ui': { zones: [...PURE_RULES, 'contract', 'web/i18n'], libraries: ANY, node: false },
  'web/i18n': { zones: [...PURE_RULES, 'contract'], libraries: ANY, node: false },
  // vite.config.ts and its like: they run in Node, beside the application.
  'web/build': { zones: ['contract'], libraries: ANY, node: true },
  cli: {
    zones: [...PURE_RULES, 'contract', 'server/open'],
    libraries: { allBut: SQL_LIBRARIES },
    node: true,
  },
  // Data, reviewed as text: read as files, imported by tests only.
  regulations: { zones: [], libraries: [], node: false },
  e2e: workshop,
  bench: workshop,
  scripts: { zones: [], libraries: ANY, node: true },
  // Kills the product and looks into its tables.
  'scripts/loss': workshop,
};

/** The zone that a path belongs to; null when it is in none, `server/<folder>` also for folders not listed yet. */
export const zoneOf = (path: string): string | null => {
  const [top = '', name = '', src = '', folder = '', ...rest] = path.split('/');
  switch (top) {
    case 'packages':
      return name;
    case 'apps':
      if (name === 'server') return src === 'src' ? serverZone(folder, rest) : 'server';
      if (name === 'web') return src === 'src' ? webZone(folder) : 'web/build';
      return name;
    case 'e2e':
    case 'regulations':
    case 'bench':
      return top;
    case 'scripts':
      return name === 'loss' ? 'scripts/loss' : top;
    default:
      return path.includes('/') ? null : 'scripts';
  }
};

const serverZone = (folder: string, rest: readonly string[]): string => {
  if (['open.ts', 'ids.ts', 'config.ts'].includes(folder)) return `server/${folder.slice(0, -'.ts'.length)}`;
  if (rest.length === 0) return 'server';
  return folder === 'store' && rest[0] === 'queries' ? 'server/store/queries' : `server/${folder}`;
};

const webZone = (folder: string): string => (`web/${folder}` in BORDERS ? `web/${folder}` : 'web');
