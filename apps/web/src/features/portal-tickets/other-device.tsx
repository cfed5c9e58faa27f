import type { OtherDraft } from '../../api/use-draft-copy.ts';
import { onOpening } from '../../ui/on-opening.tsx';
import { usePortal } from '../portal/index.ts';

const Notice = onOpening(async () => (await import('../../ui/other-draft.tsx')).OtherDraft);

/** What the customer wrote on another device instead, for them to choose; nothing while there is nothing to choose. */
export function OtherDevice({ other }: { readonly other: OtherDraft | null }) {
  const { dates } = usePortal();
  if (other === null) return null;
  const { text, savedAt, take, discard } = other;
  return <Notice text={text} when={dates.short(savedAt)} onTake={take} onDiscard={discard} />;
}
