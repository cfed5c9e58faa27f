import { IconMessages } from '@tabler/icons-react';
import { ScreenState } from '../../ui/screen-state.tsx';
import { usePortal } from './portal-context.tsx';
import { PortalScreen } from './portal-screen.tsx';
import { usePortalWords } from './use-words.ts';

/** The customer's requests. */
export function RequestsPage() {
  const w = usePortalWords();
  const { overview, summary } = usePortal();
  const companies = overview.companies.map(({ name }) => name).join(', ');
  return (
    <PortalScreen title={w.sections.requests} about={companies}>
      <ScreenState icon={IconMessages} title={w.byMail} hint={summary.mailAddress} />
    </PortalScreen>
  );
}
