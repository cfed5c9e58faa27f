import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { usePrintKey } from '../../ui/use-print-key.ts';
import { usePortal } from '../portal/index.ts';
import { useTicketWords } from './use-words.ts';

/** Leads to the ticket as it looks on paper; so does Ctrl+P. */
export function PrintButton({ number }: { readonly number: number }) {
  const { page: w } = useTicketWords();
  const { slug } = usePortal();
  const navigate = useNavigate();
  const handlePrint = () =>
    void navigate({ to: '/p/$desk/t/$number/print', params: { desk: slug, number: String(number) } });
  usePrintKey(handlePrint);
  return (
    <Tooltip label={w.print}>
      <ActionIcon variant="default" size={36} aria-label={w.print} onClick={handlePrint}>
        <IconPrinter size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
