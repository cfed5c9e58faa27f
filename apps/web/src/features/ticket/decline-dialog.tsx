import type { TicketPage } from '@reglament/contract';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { useDialogCommand } from './use-dialog-command.ts';

type Ground = TicketPage['declinable'][number];

/** More than fit on a screen are searched. */
const SEARCHED_FROM = 8;

const keyOf = ({ ground }: Ground): string => `${ground.kind} ${ground.id}`;

/** Not done, by a rule: the ground is picked, the customer reads the rule and what to do instead. */
export function DeclineDialog({ page, onClose }: DialogProps) {
  const { m, say } = useI18n();
  const { clause } = useDesk();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [search, setSearch] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const chosen = page.declinable.find((one) => keyOf(one) === key) ?? null;
  const wanted = search.trim().toLowerCase();
  const shown = page.declinable.filter(
    (one) => one === chosen || wanted === '' || say(one.name).toLowerCase().includes(wanted),
  );

  const placeOf = (id: string): string => {
    const found = clause(id);
    return found === null ? id : m.common.clause(found.place);
  };
  const definitionOf = ({ clause: id, instead, toJudge }: Ground): string =>
    [
      clause(id) === null ? '' : say(clause(id)?.says ?? { ru: '', en: '' }),
      toJudge.length === 0 ? '' : m.decline.judge(toJudge.map(say).join(', ')),
      instead === null ? '' : m.decline.instead(say(instead)),
    ]
      .filter((part) => part !== '')
      .join(' ');

  const handleSubmit = () => {
    setIsChecked(true);
    if (chosen === null || text.trim() === '') return;
    send({ command: 'decline', ground: chosen.ground, text: text.trim(), attachments: [] });
  };

  return (
    <CommandDialog
      title={m.ticket.command.decline}
      submit={m.decline.send}
      onSubmit={handleSubmit}
      onClose={onClose}
      wide
      {...state}
    >
      {page.declinable.length >= SEARCHED_FROM && (
        <TextInput
          label={m.decline.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          error={shown.length === 0 && m.decline.nothing}
        />
      )}
      <Choices
        isFirst
        legend={m.decline.ground}
        choices={shown.map((one) => ({
          id: keyOf(one),
          name: say(one.name),
          tag: placeOf(one.clause),
          // The rule in full only of the one chosen: twenty of them would bury the list.
          ...(one === chosen ? { definition: definitionOf(one) } : {}),
        }))}
        value={key}
        onChange={setKey}
        error={isChecked && chosen === null && m.decline.groundMissing}
      />
      <Textarea
        label={m.decline.text}
        description={m.decline.textHint}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isChecked && text.trim() === '' && m.decline.textMissing}
      />
    </CommandDialog>
  );
}
