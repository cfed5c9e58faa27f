import { type BulkAction, endpoints, type ReplyOf } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { toast } from '../../ui/toast.ts';

type Changed = ReplyOf<typeof endpoints.bulkTickets>;

/** What puts each ticket back where it was; of taking into work nothing does, since clocks have heard of it. */
const undoOf = (action: BulkAction, { done }: Changed): readonly (readonly [BulkAction, number[]])[] => {
  if (action.kind === 'tag') {
    const { add, remove } = action;
    return [[{ kind: 'tag', add: remove, remove: add }, done.map(({ number }) => number)]];
  }
  if (action.kind === 'take') return [];
  const before = new Map<string | null, number[]>();
  for (const { number, assigneeBefore } of done)
    before.set(assigneeBefore, [...(before.get(assigneeBefore) ?? []), number]);
  return [...before].map(([personId, numbers]) => [{ kind: 'assign', personId }, numbers] as const);
};

/** Changes many tickets at once, says what was not done and why, and offers to undo the rest. */
export const useBulk = (onDone: () => void) => {
  const { m } = useI18n();
  const { slug: desk } = useDesk();
  const client = useQueryClient();
  const send = (action: BulkAction, numbers: readonly number[]) =>
    api(endpoints.bulkTickets, { params: { desk }, body: { action, numbers: [...numbers] } });
  const refresh = () => client.invalidateQueries({ queryKey: keys.desk(desk) });
  return useMutation({
    mutationFn: (asked: { readonly action: BulkAction; readonly numbers: readonly number[] }) =>
      send(asked.action, asked.numbers),
    onSuccess: (changed, { action }) => {
      const [first] = changed.refused;
      const undo = undoOf(action, changed);
      if (changed.done.length > 0)
        toast(
          m.bulk.done(changed.done.length),
          undo.length === 0
            ? undefined
            : {
                label: m.bulk.undo,
                onClick: async () => {
                  for (const [back, numbers] of undo) await send(back, numbers);
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
