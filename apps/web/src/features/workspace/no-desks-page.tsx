import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useSignOut } from './use-sign-out.ts';

export function NoDesksPage() {
  const { m } = useI18n();
  const signOut = useSignOut();
  usePageTitle(m.workspace.noDesks);
  return (
    <main>
      <ScreenState isPage icon={IconUserOff} title={m.workspace.noDesks}>
        <Button variant="default" onClick={() => signOut.mutate()}>
          {m.workspace.signOut}
        </Button>
      </ScreenState>
    </main>
  );
}
