import { readLines } from '../read-lines.ts';
import { EXIT, result, talk, type ExitCode } from '../output.ts';
import { answerUnread, lineAnswerer } from './answer-line.ts';
import { skipSpace } from './scan-json.ts';

/** Answers are written together, about this many characters at a time. */
const WRITE_AT = 1 << 16;

const isBlank = (line: string): boolean => skipSpace(line, 0) === line.length;

const answerAll = async (input: AsyncIterable<Buffer>): Promise<void> => {
  const answer = lineAnswerer();
  let pending = '';
  for await (const lines of readLines(input)) {
    for (const line of lines) {
      if (typeof line !== 'string') pending += `${answerUnread(line.unread)}\n`;
      else if (!isBlank(line)) pending += `${answer(line)}\n`;
      if (pending.length < WRITE_AT) continue;
      await result(pending);
      pending = '';
    }
    // Somebody may be waiting at the other end: what is answered goes out before the next question is waited for.
    if (pending !== '') await result(pending);
    pending = '';
  }
};

/**
 * `reglament worktime`: a JSON object a line in, an answer a line out, in order; a bad line does not stop the others.
 * 0 at the end of the input, whatever was in it; 2 where it can't be read at all (a folder).
 */
export const worktimeCommand = async (input: AsyncIterable<Buffer>): Promise<ExitCode> => {
  try {
    await answerAll(input);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && error.syscall === 'read') {
      talk(`reglament: ${error.message}`);
      return EXIT.usage;
    }
    throw error;
  }
};
