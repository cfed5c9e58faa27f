import { Button, Popover } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { type FilterKey, filterKeys, type QueueFilter } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './filter-bar.module.css';
import { needsNames, useFilterChoices } from './use-filter-choices.ts';

const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel }));

interface Props {
  readonly filter: QueueFilter;
  /** Of the company that is asked for, where one of its tickets is shown. */
  readonly companyName: string | null;
  readonly onChange: (filter: QueueFilter) => void;
  readonly children?: ReactNode;
}

const without = (filter: QueueFilter, key: FilterKey): QueueFilter =>
  Object.fromEntries(Object.entries(filter).filter(([one]) => one !== key));

/** What the view is asked for besides: each condition can be taken away, and others added. */
export function FilterBar({ filter, companyName, onChange, children }: Props) {
  const { m } = useI18n();
  const [isOpen, setIsOpen] = useState(false);
  const choices = useFilterChoices(isOpen || needsNames(filter));
  const wordsOf = (key: FilterKey): string => {
    if (key === 'company') return companyName ?? m.filter.oneCompany;
    const said = (filter[key] ?? '').split(',');
    return said.map((id) => choices[key].find((one) => one.id === id)?.name ?? id).join(', ');
  };
  const chosen = filterKeys.filter((key) => filter[key] !== undefined);
  return (
    <div className={classes.bar} role="group" aria-label={m.filter.chosen}>
      {chosen.map((key) => {
        const words = `${m.filter.keys[key]}: ${wordsOf(key)}`;
        return (
          <button
            key={key}
            type="button"
            className={classes.chip}
            aria-label={m.filter.remove(words)}
            onClick={() => onChange(without(filter, key))}
          >
            <span className={classes.key}>{m.filter.keys[key]}:</span>
            <span className={classes.value}>{wordsOf(key)}</span>
            <IconX size={12} stroke={2} aria-hidden />
          </button>
        );
      })}
      {chosen.length > 1 && (
        <button type="button" className={classes.clear} onClick={() => onChange({})}>
          {m.filter.clear}
        </button>
      )}
      {children}
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={340} shadow="md" trapFocus>
        <Popover.Target>
          <Button
            className={classes.open}
            variant="default"
            size="xs"
            leftSection={<IconFilter size={14} stroke={1.8} aria-hidden />}
            onClick={() => setIsOpen(!isOpen)}
            aria-expanded={isOpen}
          >
            {m.filter.open}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={m.filter.title}>
          <Suspense fallback={null}>
            <FilterPanel filter={filter} choices={choices} onChange={onChange} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
