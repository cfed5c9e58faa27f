import { Button } from '@mantine/core';
import { IconBookmark, IconBookmarkOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { type NewView, useKeepViews, useViews } from '../../desk/use-views.ts';

const SaveViewDialog = lazy(async () => ({
  default: (await import('./save-view-dialog.tsx')).SaveViewDialog,
}));

const wordsOf = (query: object): string => JSON.stringify(Object.entries(query).toSorted());

/** Keeps what the queue is asked for now as a view, or drops the view that it is. */
export function KeepView({ query }: { readonly query: NewView['query'] }) {
  const { m } = useI18n();
  const { role } = useDesk().summary;
  const [isSaving, setIsSaving] = useState(false);
  const { remove } = useKeepViews();
  const kept = useViews().data?.views.find((one) => wordsOf(one.query) === wordsOf(query));
  const isLead = role === 'lead' || role === 'administrator';
  if (kept !== undefined && kept.shared && !isLead) return null;
  const words = kept === undefined ? m.savedViews.save : m.savedViews.remove;
  const Shape = kept === undefined ? IconBookmark : IconBookmarkOff;
  const handleClick = () => {
    if (kept === undefined) setIsSaving(true);
    else remove.mutate(kept.viewId, { onSuccess: () => toast(m.savedViews.removed) });
  };
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Shape size={15} stroke={1.7} aria-hidden />}
        onClick={handleClick}
        loading={remove.isPending}
      >
        {words}
      </Button>
      {isSaving && (
        <Suspense fallback={null}>
          <SaveViewDialog query={query} onClose={() => setIsSaving(false)} />
        </Suspense>
      )}
    </>
  );
}
