import type { PortalQuestionField } from '@reglament/contract';
import { Textarea, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import { labelApart } from '../../ui/label-apart.ts';
import { WantedLabel } from '../../ui/wanted-label.tsx';
import { useTicketWords } from './use-words.ts';

interface Props {
  readonly question: PortalQuestionField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isWanted?: boolean;
}

/** One question of the regulation: a choice, a line, or a few. */
export function QuestionField({ question, value, onChange, isWanted = false }: Props) {
  const { say } = useI18n();
  const { register } = useTicketWords();
  const { name, hint, choices, isLong } = question;
  if (choices !== null)
    return (
      <Choices
        legend={say(name)}
        value={value === '' ? null : value}
        onChange={onChange}
        choices={choices.map(({ id, name: word, definition }) => ({
          id,
          name: say(word),
          definition: say(definition),
        }))}
      />
    );
  const shared = {
    label: (
      <WantedLabel
        name={labelApart(say(name), register.subject, register.ofRegulation)}
        isWanted={isWanted}
      />
    ),
    maxLength: 500,
    value,
    ...(hint === null ? {} : { description: say(hint) }),
  };
  return isLong ? (
    <Textarea {...shared} autosize minRows={3} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
