import { Button, NativeSelect, TextInput } from '@mantine/core';
import { auditActions as en } from '../../../i18n/en/audit-actions.ts';
import { auditActions as ru } from '../../../i18n/ru/audit-actions.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useSettledText } from '../../../ui/use-settled-text.ts';
import { useWords } from '../use-words.ts';
import type { AuditFilter } from './audit-filter.ts';
import classes from './audit.module.css';

const SETTLE_MS = 300;

interface Props {
  readonly filter: AuditFilter;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly onChange: (filter: AuditFilter) => void;
}

const without = (filter: AuditFilter, key: keyof AuditFilter): AuditFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));

export function AuditFilters({ filter, people, onChange }: Props) {
  const { audit: w } = useWords();
  const { language } = useI18n();
  const actions = Object.entries({ ru, en }[language]).toSorted(([, a], [, b]) =>
    a.localeCompare(b, language),
  );
  const set = (key: keyof AuditFilter) => (value: string) =>
    onChange(value === '' ? without(filter, key) : { ...filter, [key]: value });
  const known = filter.action === undefined || actions.some(([id]) => id === filter.action);
  return (
    <search className={classes.filters}>
      <NativeSelect
        label={w.who}
        value={filter.personId ?? ''}
        onChange={(event) => set('personId')(event.currentTarget.value)}
        data={[{ value: '', label: w.anybody }, ...people.map((p) => ({ value: p.personId, label: p.name }))]}
      />
      <NativeSelect
        label={w.what}
        value={filter.action ?? ''}
        onChange={(event) => set('action')(event.currentTarget.value)}
        data={[
          { value: '', label: w.anything },
          ...(known ? [] : [{ value: filter.action ?? '', label: filter.action ?? '' }]),
          ...actions.map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        label={w.outcome}
        value={filter.outcome ?? ''}
        onChange={(event) => set('outcome')(event.currentTarget.value)}
        data={[
          { value: '', label: w.outcomes.all },
          { value: 'done', label: w.outcomes.done },
          { value: 'refused', label: w.outcomes.refused },
        ]}
      />
      <Target value={filter.target ?? ''} onChange={set('target')} />
      <TextInput
        type="date"
        label={w.from}
        value={filter.from ?? ''}
        onChange={(event) => set('from')(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.until}
        value={filter.until ?? ''}
        onChange={(event) => set('until')(event.currentTarget.value)}
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" className={classes.clear} onClick={() => onChange({})}>
          {w.clear}
        </Button>
      )}
    </search>
  );
}

/** Asked for when typing has settled. */
function Target({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { audit: w } = useWords();
  const [typed, setTyped] = useSettledText(value, onChange, SETTLE_MS);
  return (
    <TextInput
      label={w.target}
      placeholder={w.targetHint}
      maxLength={300}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
