import { Button } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ScreenState } from '../../ui/screen-state.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { usePortalWords } from './use-words.ts';

/** A portal that is not this person's: the same for one that does not exist. */
export function MissingPortal() {
  const { m } = useI18n();
  const w = usePortalWords();
  const navigate = useNavigate();
  return (
    <main>
      <ScreenState isPage icon={IconMapSearch} title={m.workspace.notFound} hint={w.missingHint}>
        <Button variant="default" onClick={() => void navigate({ to: '/' })}>
          {w.toHome}
        </Button>
      </ScreenState>
    </main>
  );
}
