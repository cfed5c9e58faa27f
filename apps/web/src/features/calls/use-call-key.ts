import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { isTyping } from '../../ui/use-shortcuts.ts';

/** c (с) opens a new call wherever one is and nobody types; by the key's place, whatever the layout. */
export const useCallKey = (): void => {
  const { slug, summary } = useDesk();
  const navigate = useNavigate();
  const mayTake = summary.role !== 'sales';
  useEffect(() => {
    if (!mayTake) return undefined;
    const handleKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.repeat;
      if (event.code !== 'KeyC' || !isPlain || isTyping(event.target)) return;
      event.preventDefault();
      void navigate({ to: '/d/$desk/call', params: { desk: slug }, search: { fresh: true } });
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [slug, mayTake, navigate]);
};
