import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePortal } from '../portal/index.ts';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly icon: Icon;
  readonly title: string;
  readonly hint: string;
}

/** There is no such thing, or it belongs to others: said alike, with the way back to one's own. */
export function NoneOfYours({ icon, title, hint }: Props) {
  const { page: w } = useCertificateWords();
  const { slug } = usePortal();
  const navigate = useNavigate();
  return (
    <ScreenState isPage icon={icon} title={title} hint={hint}>
      <Button
        variant="default"
        onClick={() => void navigate({ to: '/p/$desk/certificates', params: { desk: slug } })}
      >
        {w.back}
      </Button>
    </ScreenState>
  );
}
