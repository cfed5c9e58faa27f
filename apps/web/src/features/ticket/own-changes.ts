/** By ticket: from which version to which a command of one's own led. Only oneself and the desk can have been in between. */
const changes = new Map<string, Map<number, number>>();

const keyOf = (desk: string, number: number): string => `${desk}/${number}`;

/** One's own command was sent with the version `from` and led to `to`. */
export const noteOwnChange = (desk: string, number: number, from: number, to: number): void => {
  const known = changes.get(keyOf(desk, number)) ?? new Map<number, number>();
  changes.set(keyOf(desk, number), known.set(from, to));
};

/** The version that one's own commands led to from another one; the same where there were none. */
export const ownReach = (desk: string, number: number, from: number): number => {
  const known = changes.get(keyOf(desk, number));
  let version = from;
  for (let next = known?.get(version); next !== undefined && next > version; next = known?.get(version))
    version = next;
  return version;
};
