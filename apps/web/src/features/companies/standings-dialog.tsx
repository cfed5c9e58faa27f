import type { CompanyPage } from '@reglament/contract';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './companies.module.css';
import { RowsDialog } from './rows-dialog.tsx';
import type { CompanyChange } from './use-companies.ts';

type Standing = NonNullable<CompanyChange['standings']>[number];

interface Props {
  readonly company: CompanyPage;
  readonly onClose: () => void;
}

export function StandingsDialog({ company, onClose }: Props) {
  const { m, say } = useI18n();
  const roles = company.roles.map(({ id, name }) => ({ value: id, label: say(name) }));
  const none: Standing = {
    standingId: null,
    role: roles[0]?.value ?? '',
    from: '',
    until: null,
    shownAs: null,
  };
  const isOffered = (role: string): boolean =>
    company.roles.some(({ id, offered }) => id === role && offered);
  return (
    <RowsDialog
      company={company}
      title={m.company.standings}
      about={m.company.standingsAbout}
      rows={company.standings.map(({ standingId, role, from, until, shownAs }): Standing => ({
        standingId,
        role,
        from,
        until,
        shownAs,
      }))}
      empty={none}
      change={(rows) => ({ standings: rows.filter((row) => row.from !== '' || row.until !== null) })}
      onClose={onClose}
    >
      {(row, set) => (
        <>
          <Select
            label={m.company.role}
            allowDeselect={false}
            data={roles}
            value={row.role}
            onChange={(value) => set({ ...row, role: value ?? row.role })}
          />
          <div className={classes.pair}>
            <TextInput
              label={m.company.from}
              type="date"
              required
              value={row.from}
              onChange={(event) => set({ ...row, from: event.currentTarget.value })}
            />
            <TextInput
              label={m.company.until}
              description={m.company.untilHint}
              inputWrapperOrder={['label', 'input', 'description']}
              type="date"
              value={row.until ?? ''}
              onChange={(event) =>
                set({ ...row, until: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            />
          </div>
          {isOffered(row.role) && (
            <Checkbox
              label={m.company.shown}
              checked={row.shownAs !== null}
              onChange={(event) => set({ ...row, shownAs: event.currentTarget.checked ? '' : null })}
            />
          )}
          {isOffered(row.role) && row.shownAs !== null && (
            <TextInput
              label={m.company.shownAs}
              description={m.company.shownAsHint}
              inputWrapperOrder={['label', 'input', 'description']}
              maxLength={300}
              value={row.shownAs}
              onChange={(event) => set({ ...row, shownAs: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </RowsDialog>
  );
}
