import type { TicketPage } from '@reglament/contract';
import { ActionIcon, Button } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { LinkDialog } from './opened-dialogs.ts';
import { useLink } from './use-extras.ts';

type Related = TicketPage['related'][number];

const bySayStaff: ReadonlySet<Related['relation']> = new Set([
  'related',
  'duplicate',
  'duplicated-by',
  'caused-by',
  'causes',
]);

/** Takes away a link that staff made; others are facts of the history. */
export function UnlinkButton({ number, other }: { readonly number: number; readonly other: Related }) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const link = useLink(number);
  if (!bySayStaff.has(other.relation) || summary.role === 'sales') return null;
  return (
    <ActionIcon
      size="sm"
      aria-label={m.links.remove(other.number)}
      loading={link.isPending}
      onClick={() =>
        link.mutate({ to: other.number, relation: null }, { onSuccess: () => toast(m.links.removed) })
      }
    >
      <IconX size={14} stroke={1.7} />
    </ActionIcon>
  );
}

export function LinkButton({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { summary } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  if (summary.role === 'sales') return null;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconLink size={14} stroke={1.7} />}
        onClick={() => setIsOpen(true)}
      >
        {m.links.add}
      </Button>
      {isOpen && <LinkDialog page={page} onClose={() => setIsOpen(false)} />}
    </>
  );
}
