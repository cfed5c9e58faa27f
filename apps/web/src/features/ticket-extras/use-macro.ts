import {
  endpoints,
  ProblemError,
  type ReplyTemplate,
  type TicketCommandBody,
  type TicketPage,
} from '@reglament/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';

export type MacroStep =
  | Exclude<ReplyTemplate['actions'][number], never>
  | { readonly kind: NonNullable<ReplyTemplate['say']> };
export type StepState = 'waiting' | 'running' | 'done' | 'refused';

/** What a macro does, in its order: its actions first, then what it says. */
export const stepsOf = ({ actions, say }: Pick<ReplyTemplate, 'actions' | 'say'>): readonly MacroStep[] => [
  ...actions,
  ...(say === null ? [] : [{ kind: say }]),
];

const bodyOf = (step: Exclude<MacroStep, { kind: 'tag' }>, text: string): TicketCommandBody =>
  step.kind === 'take'
    ? { command: 'take' }
    : step.kind === 'propose-priority'
      ? { command: step.kind, priority: step.priority, reason: step.reason }
      : { command: step.kind, text, attachments: [] };

/** What a step wants is so already. */
const isSoAlready = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.refusal === 'already-yours';

/** Runs a macro as its commands, one after another, by the usual rules; it stops where one is refused and can go on from there. */
export const useMacro = (page: TicketPage, macro: ReplyTemplate) => {
  const { slug: desk } = useDesk();
  const client = useQueryClient();
  const { number } = page.ticket;
  const steps = stepsOf(macro);
  const [doneSteps, setDoneSteps] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [seen, setSeen] = useState(page.ticket.version);
  const [keysOfSteps] = useState(() => steps.map(() => crypto.randomUUID()));

  const runStep = async (index: number, text: string, version: number): Promise<number> => {
    const step = steps[index];
    if (step === undefined) return version;
    const params = { desk, number };
    if (step.kind === 'tag') {
      await api(endpoints.tagTicket, { params, body: { add: [step.tagId], remove: [] } });
      return version;
    }
    try {
      const options = { version, idempotencyKey: keysOfSteps[index] ?? crypto.randomUUID() };
      return (await api(endpoints.commandTicket, { params, body: bodyOf(step, text) }, options)).version;
    } catch (failure) {
      if (isSoAlready(failure)) return version;
      throw failure;
    }
  };

  /** @returns whether all of it is done now */
  const run = async (text: string): Promise<boolean> => {
    setIsRunning(true);
    setError(null);
    // The page may have been read again since the last step.
    let version = Math.max(seen, page.ticket.version);
    let index = doneSteps;
    try {
      for (; index < steps.length; index += 1) {
        version = await runStep(index, text, version);
        setSeen(version);
        setDoneSteps(index + 1);
      }
      return true;
    } catch (failure) {
      setError(failure as Error);
      return false;
    } finally {
      setIsRunning(false);
      void client.invalidateQueries({ queryKey: keys.queues(desk) });
      void client.invalidateQueries({ queryKey: keys.counts(desk) });
      await client.invalidateQueries({ queryKey: keys.ticket(desk, number) });
    }
  };

  const stateOf = (index: number): StepState =>
    index < doneSteps
      ? 'done'
      : index > doneSteps
        ? 'waiting'
        : isRunning
          ? 'running'
          : error === null
            ? 'waiting'
            : 'refused';
  return { steps, stateOf, run, isRunning, error, hasBegun: doneSteps > 0 };
};
