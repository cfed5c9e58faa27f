import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { Ticks } from './ticks.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

/** To another line of support, with everything that it must be given. */
export function HandOverDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { regulation } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [toLine, setToLine] = useState<string | null>(
    page.handOvers.length === 1 ? (page.handOvers[0]?.toLine ?? null) : null,
  );
  const [given, setGiven] = useState<readonly number[]>([]);
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const chosen = page.handOvers.find((one) => one.toLine === toLine) ?? null;
  const needs = chosen?.needs ?? [];
  const isComplete = given.length === needs.length;

  const handleLine = (line: string) => {
    setToLine(line);
    setGiven([]);
  };
  const handleSubmit = () => {
    setIsChecked(true);
    if (chosen === null || !isComplete) return;
    send({ command: 'hand-over', toLine: chosen.toLine, given: [...given], text: text.trim() });
  };

  return (
    <CommandDialog
      title={m.ticket.command['hand-over']}
      submit={m.handOver.send}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <Choices
        isFirst
        legend={m.handOver.line}
        choices={page.handOvers.map((one) => {
          const line = regulation?.lines.find(({ id }) => id === one.toLine);
          return {
            id: one.toLine,
            name: say(one.name),
            ...(line === undefined ? {} : { definition: say(line.does) }),
          };
        })}
        value={toLine}
        onChange={handleLine}
        error={isChecked && chosen === null && m.handOver.lineMissing}
      />
      {needs.length > 0 && (
        <Checkbox.Group
          label={m.handOver.needs}
          error={isChecked && !isComplete && m.handOver.needsMissing}
          value={given.map(String)}
          onChange={(places) => setGiven(places.map(Number))}
        >
          <Ticks items={needs} />
        </Checkbox.Group>
      )}
      <Textarea
        label={m.handOver.text}
        description={m.handOver.textHint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
