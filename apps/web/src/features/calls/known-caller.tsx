import type { Callers } from '@reglament/contract';
import { Button } from '@mantine/core';
import { CompanySelect } from '../../desk/company-select.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choices } from '../../ui/choices.tsx';
import page from './call-page.module.css';
import classes from './caller-fields.module.css';
import type { DraftProps } from './draft-props.ts';

interface Props extends DraftProps {
  readonly facts: Callers | undefined;
}

/** Somebody whom the desk knows, and for which company they call. */
export function KnownCaller({ draft, onChange, onForm, facts }: Props) {
  const { m } = useI18n();
  const w = m.calls;
  const caller = facts?.callers[0];
  const companies = (facts?.companies ?? []).filter(({ companyId }) =>
    caller?.companyIds.includes(companyId),
  );
  const handleChange = () => {
    onChange({ contactId: null, isSomeoneElse: true });
    onForm({ name: '' });
  };
  return (
    <>
      <div className={classes.known}>
        <span className={classes.knownName}>{draft.form.name || caller?.name}</span>
        <span className={page.dim}>{caller?.email ?? ''}</span>
        <Button variant="subtle" size="compact-sm" onClick={handleChange}>
          {w.change}
        </Button>
      </div>
      {companies.length > 1 && (
        <Choices
          legend={w.company}
          choices={companies.map(({ companyId, name }) => ({ id: companyId, name }))}
          value={draft.form.companyId}
          onChange={(companyId) => onForm({ companyId, siteId: null })}
        />
      )}
      {caller !== undefined && companies.length === 0 && (
        <CompanySelect
          label={w.company}
          description={w.companyHint}
          value={draft.form.companyId}
          onChange={(companyId) => onForm({ companyId, siteId: null })}
        />
      )}
    </>
  );
}
