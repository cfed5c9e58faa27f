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

/** What a macro says, and what the next line was given, as whoever runs it left them. */
export interface MacroInput {
  readonly text: string;
  /** Places in what the line wants. */
  readonly given: readonly number[];
}

const givesAway: readonly MacroStep['kind'][] = ['hand-over', 'assign'];

/**
 * What a macro does, in its order: its actions, what it says, and last of all to whom it gives the ticket: whoever answers a
 * ticket that nobody took takes it, and a hand-over leaves it without a person.
 */
export const stepsOf = ({ actions, say }: Pick<ReplyTemplate, 'actions' | 'say'>): readonly MacroStep[] => [
  ...actions.filter(({ kind }) => !givesAway.includes(kind)),
  ...(say === null ? [] : [{ kind: say }]),
  ...givesAway.flatMap((kind) => actions.filter((one) => one.kind === kind)),
];

const bodyOf = (
  step: Exclude<MacroStep, { kind: 'tag' }>,
  { text, given }: MacroInput,
): TicketCommandBody => {
  switch (step.kind) {
    case 'take':
      return { command: 'take' };
    case 'propose-priority':
      return { command: step.kind, priority: step.priority, reason: step.reason };
    case 'assign':
      return { command: step.kind, personId: step.personId };
    case 'hand-over':
      return { command: step.kind, toLine: step.toLine, given: [...given], text: '' };
    case 'reply':
    case 'request-information':
    case 'add-note':
    case 'resolve':
      return { command: step.kind, text, attachments: [] };
  }
};

const soAlready: readonly string[] = ['already-yours', 'already-theirs', 'nobody-has-it', 'same-line'];

/** What a step wants is so already. */
const isSoAlready = (error: unknown): boolean =>
  error instanceof ProblemError && soAlready.includes(error.problem.refusal ?? '');

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

  const runStep = async (index: number, input: MacroInput, version: number): Promise<number> => {
    const step = steps[index];
    if (step === undefined) return version;
    const params = { desk, number };
    if (step.kind === 'tag') {
      await api(endpoints.tagTicket, { params, body: { add: [step.tagId], remove: [] } });
      return version;
    }
    try {
      const options = { version, idempotencyKey: keysOfSteps[index] ?? crypto.randomUUID() };
      return (await api(endpoints.commandTicket, { params, body: bodyOf(step, input) }, options)).version;
    } catch (failure) {
      if (isSoAlready(failure)) return version;
      throw failure;
    }
  };

  /** @returns whether all of it is done now */
  const run = async (input: MacroInput): Promise<boolean> => {
    setIsRunning(true);
    setError(null);
    // The page may have been read again since the last step.
    let version = Math.max(seen, page.ticket.version);
    let index = doneSteps;
    try {
      for (; index < steps.length; index += 1) {
        version = await runStep(index, input, version);
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
