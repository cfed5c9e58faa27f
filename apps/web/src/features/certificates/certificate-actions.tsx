import type { CertificateActionName, CertificatePage } from '@reglament/contract';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import { mayChange } from './may-change.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { UpgradeDialog } from './upgrade-dialog.tsx';

/** What may be done to the certificate now, as the server allows it. */
export function CertificateActions({ page }: { readonly page: CertificatePage }) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const [action, setAction] = useState<CertificateActionName | null>(null);
  if (!mayChange(summary.role) || page.allowed.length === 0) return null;
  const rest = page.allowed.filter((one) => one !== 'renew');
  return (
    <>
      {page.allowed.includes('renew') && (
        <Button leftSection={<IconRefresh size={15} stroke={1.7} />} onClick={() => setAction('renew')}>
          {m.certificates.command.renew}
        </Button>
      )}
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={m.certificates.page.actions}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map((one) => (
            <Menu.Item key={one} onClick={() => setAction(one)}>
              {m.certificates.command[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {action !== null && <ActionDialog action={action} page={page} onClose={() => setAction(null)} />}
    </>
  );
}

interface DialogProps {
  readonly action: CertificateActionName;
  readonly page: CertificatePage;
  readonly onClose: () => void;
}

function ActionDialog({ action, page, onClose }: DialogProps) {
  switch (action) {
    case 'renew':
      return <RenewDialog page={page} onClose={onClose} />;
    case 'correct':
      return <CorrectDialog page={page} onClose={onClose} />;
    case 'record-date':
    case 'declare-intent':
      return <DayDialog page={page} command={action} onClose={onClose} />;
    case 'record-check':
      return <CheckDialog page={page} onClose={onClose} />;
    case 'issue-upgrade':
      return <UpgradeDialog page={page} onClose={onClose} />;
    case 'open-check':
    case 'suspend':
    case 'resume':
    case 'revoke':
      return <ReasonDialog page={page} command={action} onClose={onClose} />;
  }
}
