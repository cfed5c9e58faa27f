import type { CommandName, TicketPage } from '@reglament/contract';
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCalendarCheck,
  IconCalendarPlus,
  IconArrowForwardUp,
  IconBan,
  IconDots,
  IconHandGrab,
  IconHelp,
  IconLink,
  IconMapPin,
  IconPackage,
  IconPhone,
  IconPhoneCheck,
  IconPhoneX,
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconShieldCheck,
  IconShoppingBag,
  IconTags,
  IconUserQuestion,
  IconZzz,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { WhyNotDialog } from '../../desk/opened-why-not.ts';
import { RefusedButton } from '../../desk/refused-button.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { SnoozeDialog } from '../ticket-extras/index.ts';
import { SendToSalesDialog } from '../inquiries/index.ts';
import type { DialogName } from './action-dialog.tsx';
import { ActionDialog } from './opened-dialogs.ts';
import { TakeButton } from './take-button.tsx';

const inMenu: readonly { readonly id: DialogName; readonly icon: Icon }[] = [
  { id: 'assign', icon: IconUserShare },
  { id: 'record-confirmation', icon: IconPhoneCheck },
  { id: 'record-objection', icon: IconPhoneX },
  { id: 'record-date-answer', icon: IconCalendarCheck },
  { id: 'agree-date', icon: IconCalendarPlus },
  { id: 'record-call', icon: IconPhone },
  { id: 'hand-over', icon: IconArrowForwardUp },
  { id: 'split', icon: IconArrowsSplit2 },
  { id: 'merge', icon: IconArrowsJoin2 },
  { id: 'decline', icon: IconBan },
  { id: 'identify', icon: IconUserQuestion },
  { id: 'name-site', icon: IconMapPin },
  { id: 'name-product', icon: IconPackage },
  { id: 'accept-uncovered', icon: IconShieldCheck },
];
/** Said first when they are due: nothing else can go on without them. */
const urgent: readonly DialogName[] = ['identify', 'accept-uncovered'];

/** What may be done to the ticket now, as the server allows it. */
export function Actions({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const can = (command: CommandName) => page.allowed.includes(command);
  const first = urgent.filter(can).slice(0, 1);
  const rest = inMenu.filter(({ id }) => can(id) && !first.includes(id));
  const canTake = page.steps.some(({ command, refusal }) => command === 'take' && refusal === null);
  const refused = page.steps.flatMap(({ command, refusal }) =>
    refusal === null ? [] : [{ ...refusal, id: command, name: m.ticket.command[command] }],
  );
  const refusedTake = refused.find(({ id }) => id === 'take');
  const refusedClassify = refused.find(({ id }) => id === 'classify');
  const [isAskingWhy, setIsAskingWhy] = useState(false);
  const askWhy = () => setIsAskingWhy(true);
  const canClassify = can('classify') || can('propose-priority');
  const { summary, session } = useDesk();
  const isMine = page.ticket.assignee?.personId === session.person.personId;
  const [isToSales, setIsToSales] = useState(false);
  const [isSnoozing, setIsSnoozing] = useState(false);
  const link = page.statusLink;
  useShortcuts({
    KeyA: can('assign') ? () => setDialog('assign') : undefined,
    KeyL: canClassify ? () => setDialog('classify') : undefined,
  });

  const handleCopy = async () => {
    await navigator.clipboard.writeText(new URL(link, window.location.href).href);
    toast(m.common.copied);
  };

  return (
    <>
      {canTake && <TakeButton page={page} />}
      {!canTake && !isMine && refusedTake !== undefined && (
        <RefusedButton step={refusedTake} icon={<IconHandGrab size={15} stroke={1.8} />} onAsk={askWhy} />
      )}
      {first.map((id) => (
        <Button key={id} variant="default" onClick={() => setDialog(id)}>
          {m.ticket.command[id]}
        </Button>
      ))}
      {!canClassify && refusedClassify !== undefined && (
        <RefusedButton step={refusedClassify} icon={<IconTags size={15} stroke={1.7} />} onAsk={askWhy} />
      )}
      {canClassify && (
        <Button
          variant="default"
          leftSection={<IconTags size={15} stroke={1.7} />}
          onClick={() => setDialog('classify')}
        >
          {m.ticket.command.classify}
        </Button>
      )}
      {(rest.length > 0 || link !== '') && (
        <Menu position="bottom-end" width={250}>
          <Menu.Target>
            <ActionIcon variant="default" size={32} aria-label={m.ticket.moreActions}>
              <IconDots size={17} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ id, icon: Shape }) => (
              <Menu.Item
                key={id}
                leftSection={<Shape size={16} stroke={1.7} />}
                onClick={() => setDialog(id)}
              >
                {m.ticket.command[id]}
              </Menu.Item>
            ))}
            {summary.role !== 'sales' && (
              <Menu.Item leftSection={<IconZzz size={16} stroke={1.7} />} onClick={() => setIsSnoozing(true)}>
                {m.snooze.title}
              </Menu.Item>
            )}
            {summary.role !== 'sales' && (
              <Menu.Item
                leftSection={<IconShoppingBag size={16} stroke={1.7} />}
                onClick={() => setIsToSales(true)}
              >
                {m.inquiries.toSales}
              </Menu.Item>
            )}
            {link !== '' && (
              <Menu.Item leftSection={<IconLink size={16} stroke={1.7} />} onClick={() => void handleCopy()}>
                {m.ticket.copyLink}
              </Menu.Item>
            )}
            {refused.length > 0 && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<IconHelp size={16} stroke={1.7} />} onClick={askWhy}>
                  {m.whyNot.open(refused.length)}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {isToSales && (
        <SendToSalesDialog
          ticketNumber={page.ticket.number}
          mayResolve={can('resolve')}
          onClose={() => setIsToSales(false)}
        />
      )}
      {isAskingWhy && <WhyNotDialog refused={refused} onClose={() => setIsAskingWhy(false)} />}
      {isSnoozing && <SnoozeDialog page={page} onClose={() => setIsSnoozing(false)} />}
      {dialog !== null && <ActionDialog name={dialog} page={page} onClose={() => setDialog(null)} />}
    </>
  );
}
