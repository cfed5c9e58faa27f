/** The desk in an address of the workspace or of a portal; null: the address is of neither. */
export const deskOfPath = (path: string): string | null =>
  /^\/[dp]\/([a-z0-9][a-z0-9-]{0,39})(?:[/?#]|$)/.exec(path)?.[1] ?? null;
