import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePrintKey } from '../../ui/use-print-key.ts';

/** Leads to the ticket as it looks on paper; so does Ctrl+P. */
export function PrintButton({ number }: { readonly number: number }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  const handlePrint = () =>
    void navigate({ to: '/d/$desk/t/$number/print', params: { desk: slug, number: String(number) } });
  usePrintKey(handlePrint);
  return (
    <Tooltip label={`${m.ticket.print} · Ctrl P`}>
      <ActionIcon variant="default" size={32} aria-label={m.ticket.print} onClick={handlePrint}>
        <IconPrinter size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
