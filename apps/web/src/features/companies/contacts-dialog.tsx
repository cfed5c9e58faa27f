import type { CompanyPage } from '@reglament/contract';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './companies.module.css';
import { RowsDialog } from './rows-dialog.tsx';
import type { CompanyChange } from './use-companies.ts';

type Contact = NonNullable<CompanyChange['contacts']>[number];

interface Props {
  readonly company: CompanyPage;
  readonly onClose: () => void;
}

const nobody: Contact = {
  contactId: null,
  name: '',
  email: null,
  phone: '',
  listed: true,
  language: null,
};

export function ContactsDialog({ company, onClose }: Props) {
  const { m } = useI18n();
  return (
    <RowsDialog
      company={company}
      title={m.company.contacts}
      about={m.company.contactsAbout}
      rows={company.contacts.map(({ others: _, ...contact }): Contact => contact)}
      empty={nobody}
      change={(rows) => ({
        contacts: rows.filter((row) => row.name !== '' || row.email !== null || row.phone !== ''),
      })}
      onClose={onClose}
    >
      {(row, set) => (
        <>
          <TextInput
            label={m.company.personName}
            required
            maxLength={200}
            autoComplete="off"
            value={row.name}
            onChange={(event) => set({ ...row, name: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <TextInput
              label={m.company.email}
              type="email"
              maxLength={254}
              autoComplete="off"
              value={row.email ?? ''}
              onChange={(event) =>
                set({ ...row, email: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            />
            <TextInput
              label={m.company.phone}
              type="tel"
              maxLength={40}
              autoComplete="off"
              placeholder="+7 495 123-45-67"
              value={row.phone}
              onChange={(event) => set({ ...row, phone: event.currentTarget.value })}
            />
          </div>
          <NativeSelect
            label={m.company.language}
            data={[
              // Once said it can be changed, not unsaid.
              ...(row.language === null ? [{ value: '', label: m.company.languageUnknown }] : []),
              { value: 'ru', label: 'Русский' },
              { value: 'en', label: 'English' },
            ]}
            value={row.language ?? ''}
            onChange={({ currentTarget: { value } }) =>
              set({ ...row, language: value === 'ru' || value === 'en' ? value : null })
            }
          />
          <Checkbox
            label={m.company.listed}
            checked={row.listed}
            onChange={(event) => set({ ...row, listed: event.currentTarget.checked })}
          />
        </>
      )}
    </RowsDialog>
  );
}
