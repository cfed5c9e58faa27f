import type { TicketPage } from '@reglament/contract';
import { Button, Popover } from '@mantine/core';
import { IconHandGrab } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { CommandProblem } from './command-problem.tsx';
import { useTicketCommand } from './use-ticket-command.ts';

export function TakeButton({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const command = useTicketCommand(page.ticket.number);
  const handleTake = () => command.mutate({ body: { command: 'take' }, version: page.ticket.version });
  useShortcuts({ KeyT: command.isPending ? undefined : handleTake });
  return (
    <Popover opened={command.error !== null} position="bottom-end" width={360} shadow="md" withRoles={false}>
      <Popover.Target>
        <Button
          loading={command.isPending}
          leftSection={<IconHandGrab size={15} stroke={1.8} />}
          onClick={handleTake}
        >
          {m.ticket.command.take}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} bd={0}>
        {command.error !== null && (
          <CommandProblem error={command.error} onRetry={handleTake} onDismiss={command.reset} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
