import { Select } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { DialogProps } from './action-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import classes from './details.module.css';
import { useDialogCommand } from './use-dialog-command.ts';

/** Which of the customer's sites it is about: its wall clock is the one that deadlines go by. */
export function SiteDialog({ page, onClose }: DialogProps) {
  const { m } = useI18n();
  const { send, ...state } = useDialogCommand(page, onClose);
  const [siteId, setSiteId] = useState<string | null>(page.ticket.site?.siteId ?? null);
  return (
    <CommandDialog
      title={m.ticket.command['name-site']}
      about={m.place.siteAbout}
      submit={m.place.nameSite}
      onSubmit={() => send({ command: 'name-site', siteId })}
      onClose={onClose}
      {...state}
    >
      {page.sites.length === 0 ? (
        <p className={classes.dim}>{m.place.noSites}</p>
      ) : (
        <Select
          data-autofocus
          label={m.place.site}
          placeholder={m.place.noSite}
          clearable
          clearButtonProps={{ 'aria-label': m.common.dismiss }}
          data={page.sites.map((site) => ({
            value: site.siteId,
            label: [site.name, site.city, site.zone].filter((part) => part !== '').join(' · '),
          }))}
          value={siteId}
          onChange={setSiteId}
        />
      )}
    </CommandDialog>
  );
}
