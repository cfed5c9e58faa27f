import type { ReplyTemplate, TicketPage } from '@reglament/contract';
import { templateVariables } from '@reglament/desk';
import { Checkbox, Textarea } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleX, IconLoader2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { CommandDialog, Ticks } from '../ticket/index.ts';
import classes from './ticket-extras.module.css';
import { tagsQuery, usePeople } from './use-extras.ts';
import { type MacroStep, type StepState, useMacro } from './use-macro.ts';
import { useFill } from './use-templates.ts';

interface Props {
  readonly page: TicketPage;
  readonly macro: ReplyTemplate;
  readonly onClose: () => void;
}

const shapes: Readonly<Record<StepState, typeof IconCircle>> = {
  waiting: IconCircle,
  running: IconLoader2,
  done: IconCircleCheck,
  refused: IconCircleX,
};

/** What a macro will say and do with this ticket, before it does it; then how far it came. */
export function MacroDialog({ page, macro, onClose }: Props) {
  const { m, say } = useI18n();
  const filled = useFill(page)(macro.text);
  const [text, setText] = useState(filled.text);
  const { steps, stateOf, run, isRunning, error, hasBegun } = useMacro(page, macro);
  const words = useStepWords();
  const line = steps.find((step) => step.kind === 'hand-over')?.toLine;
  const needs = page.handOvers.find(({ toLine }) => toLine === line)?.needs ?? [];
  const [given, setGiven] = useState<readonly number[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const isIncomplete = given.length < needs.length;
  const handleSubmit = async () => {
    setIsChecked(true);
    if (isIncomplete || !(await run({ text, given }))) return;
    toast(m.macro.done(macro.name));
    onClose();
  };
  return (
    <CommandDialog
      title={macro.name}
      submit={error === null ? m.macro.run : m.macro.again}
      isPending={isRunning}
      error={error}
      onSubmit={() => void handleSubmit()}
      onClose={onClose}
      wide
    >
      {macro.say !== null && (
        <Textarea
          data-autofocus
          label={m.macro.step[macro.say]}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={100_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {macro.say !== null && filled.missing.length > 0 && (
        <p className={classes.missing} role="status">
          {m.templates.missing(filled.missing.map((name) => say(templateVariables[name])).join(', '))}
        </p>
      )}
      {needs.length > 0 && (
        <Checkbox.Group
          label={m.handOver.needs}
          error={isChecked && isIncomplete && m.handOver.needsMissing}
          value={given.map(String)}
          onChange={(places) => setGiven(places.map(Number))}
        >
          <Ticks items={needs} />
        </Checkbox.Group>
      )}
      <section aria-label={m.macro.steps}>
        <h3 className={classes.stepsTitle}>{m.macro.steps}</h3>
        <ol className={classes.steps}>
          {steps.map((step, index) => {
            const state = stateOf(index);
            const Shape = shapes[state];
            return (
              <li key={index} data-state={state}>
                <Shape size={16} stroke={1.8} aria-hidden />
                <span>{words(step)}</span>
                <span className={classes.detail}>{m.macro.state[state]}</span>
              </li>
            );
          })}
        </ol>
        {error !== null && hasBegun && <p className={classes.quiet}>{m.macro.stopped}</p>}
      </section>
    </CommandDialog>
  );
}

const useStepWords = (): ((step: MacroStep) => string) => {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const tags = useQuery(tagsQuery(slug)).data?.tags ?? [];
  const people = usePeople();
  return (step) => {
    switch (step.kind) {
      case 'tag':
        return m.macro.step.tag(tags.find(({ tagId }) => tagId === step.tagId)?.name ?? m.macro.tagGone);
      case 'propose-priority': {
        const priority = regulation?.priorities.find(({ id }) => id === step.priority);
        return m.macro.step[step.kind](priority === undefined ? step.priority : say(priority.name));
      }
      case 'hand-over': {
        const line = regulation?.lines.find(({ id }) => id === step.toLine);
        return m.macro.step[step.kind](line === undefined ? step.toLine : say(line.name));
      }
      case 'assign':
        return step.personId === null
          ? m.macro.step.unassign
          : m.macro.step[step.kind](
              people.find(({ personId }) => personId === step.personId)?.name ?? m.macro.personGone,
            );
      case 'take':
      case 'reply':
      case 'request-information':
      case 'add-note':
      case 'resolve':
        return m.macro.step[step.kind];
    }
  };
};
