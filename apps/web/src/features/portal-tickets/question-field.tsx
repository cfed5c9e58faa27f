import type { PortalQuestionField } from '@reglament/contract';
import { Textarea, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';

interface Props {
  readonly question: PortalQuestionField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
}

/** One question of the regulation: a choice, a line, or a few. */
export function QuestionField({ question, value, onChange, isRequired = false }: Props) {
  const { say } = useI18n();
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
    label: say(name),
    withAsterisk: isRequired,
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
