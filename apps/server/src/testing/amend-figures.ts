import type { Context } from '../use-cases/context.ts';
import { amendRegulation, type FileData } from './amend-regulation.ts';

const scaled = (within: unknown, times: number): unknown =>
  typeof within === 'string'
    ? within.replace(/^\d+(\.\d+)?/, (figure) => String(Number(figure) * times))
    : within;

const scaledClock = (clock: FileData, times: number): FileData => ({
  ...clock,
  targets: ((clock['targets'] ?? []) as readonly FileData[]).map((row) => ({
    ...row,
    within: scaled(row['within'], times),
  })),
});

/** Another text of a shipped regulation, in force from now on, that open tickets follow: every figure is so many times the shipped one. */
export const amendFigures = (context: Context, slug: string, label: string, times: number): Promise<void> => {
  const today = new Date(context.now()).toISOString().slice(0, 10);
  return amendRegulation(context, slug, (file) => ({
    edition: { label, date: today, 'in-force-from': today },
    versions: { ...(file['versions'] as FileData), tickets: 'current' },
    clocks: Object.fromEntries(
      Object.entries(file['clocks'] as Record<string, FileData>).map(([id, clock]) => [
        id,
        scaledClock(clock, times),
      ]),
    ),
    examples: [],
  }));
};
