import type { CompanyPage } from '@reglament/contract';
import { Select, TextInput } from '@mantine/core';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './companies.module.css';
import { RowsDialog } from './rows-dialog.tsx';
import type { CompanyChange } from './use-companies.ts';

type Site = NonNullable<CompanyChange['sites']>[number];

interface Props {
  readonly company: CompanyPage;
  readonly onClose: () => void;
}

const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

export function SitesDialog({ company, onClose }: Props) {
  const { m } = useI18n();
  const { zone } = useDesk();
  const nowhere: Site = { siteId: null, name: '', city: '', region: '', zone };
  return (
    <RowsDialog
      company={company}
      title={m.company.sites}
      about={m.company.sitesAbout}
      rows={company.sites as readonly Site[]}
      empty={nowhere}
      change={(rows) => ({
        sites: rows.filter((row) => row.name !== '' || row.city !== '' || row.region !== ''),
      })}
      onClose={onClose}
    >
      {(row, set) => (
        <>
          <div className={classes.pair}>
            <TextInput
              label={m.company.siteName}
              required
              maxLength={200}
              value={row.name}
              onChange={(event) => set({ ...row, name: event.currentTarget.value })}
            />
            <Select
              label={m.company.zone}
              searchable
              allowDeselect={false}
              limit={40}
              data={[...new Set([row.zone, ...zones])]}
              value={row.zone}
              onChange={(value) => set({ ...row, zone: value ?? zone })}
            />
          </div>
          <div className={classes.pair}>
            <TextInput
              label={m.companies.city}
              maxLength={120}
              value={row.city}
              onChange={(event) => set({ ...row, city: event.currentTarget.value })}
            />
            <TextInput
              label={m.company.region}
              maxLength={120}
              value={row.region}
              onChange={(event) => set({ ...row, region: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </RowsDialog>
  );
}
