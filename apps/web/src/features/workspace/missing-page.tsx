import { Button } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';

export function MissingPage() {
  const { m } = useI18n();
  const navigate = useNavigate();
  usePageTitle(m.workspace.notFound);
  return (
    <main>
      <ScreenState isPage icon={IconMapSearch} title={m.workspace.notFound} hint={m.workspace.notFoundHint}>
        <Button variant="default" onClick={() => void navigate({ to: '/' })}>
          {m.workspace.toQueue}
        </Button>
      </ScreenState>
    </main>
  );
}
