/** Something that changed in one cell of a table of packages and priorities. */
export interface Cell {
  readonly packageId: string;
  /** null: a ticket without a priority, or a regulation without priorities. */
  readonly priority: string | null;
  /** Equal for cells that changed alike. */
  readonly change: string;
}

export interface CellGroup<C extends Cell> {
  readonly packages: readonly string[];
  readonly priorities: readonly (string | null)[];
  readonly first: C;
}

const groupsOf = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
};

/** Cells that changed alike, joined into blocks: the priorities of a package first, then packages with the same ones. */
export const groupCells = <C extends Cell>(cells: readonly C[]): readonly CellGroup<C>[] => {
  const rows = groupsOf(cells, ({ packageId, change }) => JSON.stringify([packageId, change]));
  const blocks = groupsOf(rows, (row) =>
    JSON.stringify([row[0].change, row.map(({ priority }) => priority)]),
  );
  return blocks.map((alike) => ({
    packages: alike.map(([{ packageId }]) => packageId),
    priorities: alike[0].map(({ priority }) => priority),
    first: alike[0][0],
  }));
};
