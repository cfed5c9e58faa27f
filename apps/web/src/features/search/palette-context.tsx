import {
  createContext,
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { isTyping } from '../../ui/use-shortcuts.ts';

interface Palette {
  readonly open: () => void;
  /** Ends the session. */
  readonly signOut: () => void;
}

interface Props {
  readonly signOut: () => void;
  readonly children: ReactNode;
}

const Context = createContext<Palette | null>(null);

/** How to open the palette, and what it is given to do. */
export const usePalette = (): Palette => {
  const value = use(Context);
  if (value === null) throw new Error('usePalette outside of PaletteProvider');
  return value;
};

const load = () => import('./palette.tsx');
const LazyPalette = lazy(async () => ({ default: (await load()).Palette }));

/** Ctrl+K or Cmd+K wherever one is, `/` where nobody types; by the key's place, whatever the layout. */
const isCall = (event: KeyboardEvent): boolean => {
  if (event.altKey || event.shiftKey) return false;
  if (event.ctrlKey || event.metaKey) return event.code === 'KeyK';
  return (event.code === 'Slash' || event.key === '/') && !isTyping(event.target);
};

/** Keeps the palette, which is fetched when it is first wanted. */
export function PaletteProvider({ signOut, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const open = useCallback(() => setIsOpen(true), []);
  const close = useCallback(() => setIsOpen(false), []);
  const value = useMemo(() => ({ open, signOut }), [open, signOut]);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!isCall(event)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);

  return (
    <Context value={value}>
      {children}
      {isOpen && (
        <Suspense fallback={null}>
          <LazyPalette onClose={close} />
        </Suspense>
      )}
    </Context>
  );
}
