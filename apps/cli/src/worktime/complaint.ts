/** What is wrong with a line: a stable word, and the place as a dotted path from the line's object ('' is the line). */
export interface LineComplaint {
  readonly code: string;
  readonly path: string;
}

/** A value that was read, or why it can't be. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly complaint: LineComplaint };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const refuse = (
  code: string,
  path: string,
): { readonly ok: false; readonly complaint: LineComplaint } => ({
  ok: false,
  complaint: { code, path },
});

/** The complaint about a part, told from the whole. */
export const under = (path: string, complaint: LineComplaint): LineComplaint => ({
  code: complaint.code,
  path: complaint.path === '' ? path : `${path}.${complaint.path}`,
});
