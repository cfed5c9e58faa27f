import { once } from 'node:events';

/** Exit codes of every command: 0 done, 1 the answer is no, 2 the question was not understood. */
export const EXIT = { ok: 0, no: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export type Language = 'ru' | 'en';

/** A word for programs, the option or field it is about, and a sentence for people. */
export interface Complaint {
  readonly code: string;
  readonly path: string;
  readonly hint: string;
}

/** Talk for people goes to stderr; stdout holds results only. */
export const talk = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Writes a result and waits while the reader is slower than we are. */
export const result = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

/** A reader that has seen enough (`| head`) ends the program quietly. */
export const endWhenReaderLeaves = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
};
