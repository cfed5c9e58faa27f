import { useMatchRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));

/** Keys that work on every screen of the workspace, and the list of all of them. */
export function FrameKeys() {
  const { slug, summary } = useDesk();
  const navigate = useNavigate();
  const matchRoute = useMatchRoute();
  const [isOpen, setIsOpen] = useState(false);
  // There the same key writes a note.
  const isTicket = matchRoute({ to: '/d/$desk/t/$number', params: { desk: slug } }) !== false;
  useShortcuts({
    '?': () => setIsOpen(true),
    KeyN:
      isTicket || summary.role === 'sales'
        ? undefined
        : () => void navigate({ to: '/d/$desk/new', params: { desk: slug } }),
  });
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutsDialog onClose={() => setIsOpen(false)} />
    </Suspense>
  );
}
