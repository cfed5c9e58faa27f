import { type BulkAction, endpoints } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';
import { type BulkPart, type Changed, partsOf, undoOf } from './bulk-runner.ts';

/** Sends one request of many tickets, known by its key. */
export const useSendPart = (): ((part: BulkPart) => Promise<Changed>) => {
  const { slug: desk } = useDesk();
  return ({ key, action, numbers }) =>
    api(
      endpoints.bulkTickets,
      { params: { desk }, body: { action, numbers: [...numbers] } },
      { idempotencyKey: key },
    );
};

const newKey = (): string => crypto.randomUUID();

/** Changes as many tickets as one request takes, says what was not done and why, and offers to undo the rest. */
export const useBulk = (onDone: () => void) => {
  const { m } = useI18n();
  const { slug: desk } = useDesk();
  const client = useQueryClient();
  const send = useSendPart();
  const refresh = () => client.invalidateQueries({ queryKey: keys.desk(desk) });
  return useMutation({
    mutationFn: (asked: { readonly action: BulkAction; readonly numbers: readonly number[] }) =>
      send({ ...asked, key: newKey() }),
    onSuccess: (changed, { action }) => {
      const [first] = changed.refused;
      const undo = undoOf(action, changed.done).flatMap(([back, numbers]) => partsOf(back, numbers, newKey));
      if (changed.done.length > 0)
        toast(
          m.bulk.done(changed.done.length),
          undo.length === 0
            ? undefined
            : {
                label: m.bulk.undo,
                onClick: async () => {
                  for (const part of undo) await send(part);
                  await refresh();
                  toast(m.bulk.undone);
                },
              },
        );
      if (first !== undefined)
        toast(m.bulk.refused(changed.refused.length, first.number, first.says), undefined, 'refused');
      onDone();
      void refresh();
    },
    onError: () => toast(m.bulk.failed, undefined, 'refused'),
  });
};
