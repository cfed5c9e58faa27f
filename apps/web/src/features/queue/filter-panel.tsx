import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { MultiSelect } from '@mantine/core';
import { type FilterKey, filterKeys, type QueueFilter } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { useDesk } from '../../desk/desk-context.tsx';
import classes from './filter-bar.module.css';
import type { FilterChoice } from './use-filter-choices.ts';

interface Props {
  readonly filter: QueueFilter;
  readonly choices: Readonly<Record<FilterKey, readonly FilterChoice[]>>;
  readonly onChange: (filter: QueueFilter) => void;
}

/** Conditions of which one word counts at a time. */
const single: ReadonlySet<FilterKey> = new Set(['turn', 'late']);

/** Every condition with what it may say; a choice counts at once. */
export function FilterPanel({ filter, choices, onChange }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const shown = filterKeys.filter((key) => choices[key].length > 0);
  const handleChange = (key: FilterKey, words: readonly string[]) => {
    const kept = single.has(key) ? words.slice(-1) : words;
    const rest = Object.entries(filter).filter(([one]) => one !== key);
    onChange(Object.fromEntries(kept.length === 0 ? rest : [...rest, [key, kept.join(',')]]));
  };
  return (
    <div className={classes.panel}>
      {shown.map((key, index) => (
        <MultiSelect
          key={`${slug} ${key}`}
          label={m.filter.keys[key]}
          placeholder={filter[key] === undefined ? m.filter.any : ''}
          data={choices[key].map(({ id, name }) => ({ value: id, label: name }))}
          value={filter[key]?.split(',') ?? []}
          onChange={(words) => handleChange(key, words)}
          hidePickedOptions={false}
          searchable={choices[key].length > 8}
          comboboxProps={{ withinPortal: false }}
          size="xs"
          {...(index === 0 ? { 'data-autofocus': true } : {})}
        />
      ))}
    </div>
  );
}
