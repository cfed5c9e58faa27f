const TOP_KEY = /^(?<key>[a-z][a-z-]*):/u;

/** Sections of a regulation's text by their key at the top, in order; comments between sections belong to none. */
export const sectionsOf = (yaml: string): ReadonlyMap<string, string> => {
  const sections = new Map<string, string>();
  let open: string | null = null;
  for (const line of yaml.split('\n')) {
    const key = TOP_KEY.exec(line)?.groups?.['key'];
    if (key !== undefined) open = key;
    else if (line.startsWith('#')) open = null;
    if (open !== null) sections.set(open, `${sections.get(open) ?? ''}${line}\n`);
  }
  return sections;
};
