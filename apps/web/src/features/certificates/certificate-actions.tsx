import type { CertificateActionName, CertificatePage } from '@reglament/contract';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconHelp, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { WhyNotDialog } from '../../desk/opened-why-not.ts';
import { RefusedButton } from '../../desk/refused-button.tsx';
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
  const [isAskingWhy, setIsAskingWhy] = useState(false);
  const askWhy = () => setIsAskingWhy(true);
  if (!mayChange(summary.role)) return null;
  const rest = page.allowed.filter((one) => one !== 'renew');
  const refused = page.refused.map(({ action: id, says, clause }) => ({
    ...{ id, says, clause },
    name: m.certificates.command[id],
  }));
  const refusedRenewal = refused.find(({ id }) => id === 'renew');
  return (
    <>
      {page.allowed.includes('renew') && (
        <Button leftSection={<IconRefresh size={15} stroke={1.7} />} onClick={() => setAction('renew')}>
          {m.certificates.command.renew}
        </Button>
      )}
      {refusedRenewal !== undefined && (
        <RefusedButton step={refusedRenewal} icon={<IconRefresh size={15} stroke={1.7} />} onAsk={askWhy} />
      )}
      <Menu position="bottom-end" width={250}>
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
          {refused.length > 0 && (
            <>
              {rest.length > 0 && <Menu.Divider />}
              <Menu.Item leftSection={<IconHelp size={16} stroke={1.7} />} onClick={askWhy}>
                {m.whyNot.open(refused.length)}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isAskingWhy && <WhyNotDialog refused={refused} onClose={() => setIsAskingWhy(false)} />}
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
