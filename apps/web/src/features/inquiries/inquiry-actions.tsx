import type { InquiryActionName, InquiryPage } from '@reglament/contract';
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconBuilding,
  IconCircleCheck,
  IconCircleX,
  IconDots,
  IconRoute,
  IconTags,
  IconTicket,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import {
  BecomeTicketDialog,
  HandOverDialog,
  LostDialog,
  NameCompanyDialog,
  TopicDialog,
} from './inquiry-dialogs.tsx';
import { RouteDialog } from './route-dialog.tsx';
import { useInquiryCommand } from './use-inquiry-command.ts';
import { WonDialog } from './won-dialog.tsx';

export interface DialogProps {
  readonly page: InquiryPage;
  readonly onClose: () => void;
}

const dialogs = {
  'close-won': WonDialog,
  'close-lost': LostDialog,
  'hand-over': HandOverDialog,
  'name-topic': TopicDialog,
  'name-company': NameCompanyDialog,
  'choose-district': RouteDialog,
  'become-ticket': BecomeTicketDialog,
} as const;
type DialogName = keyof typeof dialogs;

const inMenu: readonly { readonly id: DialogName; readonly icon: Icon }[] = [
  { id: 'hand-over', icon: IconArrowForwardUp },
  { id: 'name-company', icon: IconBuilding },
  { id: 'name-topic', icon: IconTags },
  { id: 'choose-district', icon: IconRoute },
  { id: 'close-lost', icon: IconCircleX },
  { id: 'become-ticket', icon: IconTicket },
];

/** What may be done to the inquiry now; engineers read. */
export function InquiryActions({ page }: { readonly page: InquiryPage }) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const [open, setOpen] = useState<DialogName | null>(null);
  const reopening = useInquiryCommand(page, () => undefined);
  if (summary.role === 'engineer') return null;
  const can = (action: InquiryActionName) => page.allowed.includes(action);
  // An inquiry that nobody can place needs that first.
  const isUnrouted = page.inquiry.addressee === null && can('choose-district') && page.addressees.length > 0;
  // What was sold is named by whom it was sold to.
  const isUnknown = page.inquiry.company === null && can('name-company');
  const shown: readonly DialogName[] = [
    ...(isUnrouted ? (['choose-district'] as const) : []),
    ...(isUnknown ? (['name-company'] as const) : []),
  ];
  const rest = inMenu.filter(({ id }) => can(id) && !shown.includes(id));
  const Dialog = open === null ? null : dialogs[open];
  return (
    <>
      {isUnrouted && (
        <Button leftSection={<IconRoute size={15} stroke={1.7} />} onClick={() => setOpen('choose-district')}>
          {m.inquiries.command['choose-district']}
        </Button>
      )}
      {isUnknown && (
        <Button
          variant="default"
          leftSection={<IconBuilding size={15} stroke={1.7} />}
          onClick={() => setOpen('name-company')}
        >
          {m.inquiries.command['name-company']}
        </Button>
      )}
      {can('close-won') && (
        <Button
          variant={isUnrouted ? 'default' : 'filled'}
          leftSection={<IconCircleCheck size={15} stroke={1.7} />}
          onClick={() => setOpen('close-won')}
        >
          {m.inquiries.command['close-won']}
        </Button>
      )}
      {can('reopen') && (
        <Button
          variant="default"
          loading={reopening.isPending}
          onClick={() => reopening.send({ command: 'reopen' })}
        >
          {m.inquiries.command.reopen}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu position="bottom-end" width={250}>
          <Menu.Target>
            <ActionIcon variant="default" size={32} aria-label={m.ticket.moreActions}>
              <IconDots size={17} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ id, icon: Shape }) => (
              <Menu.Item key={id} leftSection={<Shape size={16} stroke={1.7} />} onClick={() => setOpen(id)}>
                {m.inquiries.command[id]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {Dialog !== null && <Dialog page={page} onClose={() => setOpen(null)} />}
    </>
  );
}
