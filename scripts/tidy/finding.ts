/** One thing that is not as the house wants it. */
export interface Finding {
  /** What kind: each has a fixture of its own that must be rejected with it. */
  readonly code: FindingCode;
  /** From the project's folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export const FINDING_CODES = [
  'ambient-global',
  'border',
  'file-too-long',
  'folder-unlisted',
  'folder-without-plan',
  'foreign-host',
  'foreign-mail-address',
  'function-too-long',
  'machine-path',
  'mock-of-own-code',
  'name-forbidden',
  'name-not-kebab-case',
  'package-not-allowed',
  'plan-without-folder',
  'relative-across-workspaces',
  'source-does-not-parse',
  'sql-outside-store',
  'suppression-without-reason',
  'test-switched-off',
  'unfinished',
  'vendor-in-code',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];
