import { endpoints, type QueueTicket, type ReplyOf } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import type { FilterKey, QueueFilter } from '../../desk/queue-filter.ts';
import { useI18n } from '../../i18n/i18n.tsx';

export interface FilterChoice {
  readonly id: string;
  readonly name: string;
}

const states: readonly QueueTicket['state'][] = [
  'new',
  'in-progress',
  'waiting-for-customer',
  'resolved',
  'closed',
  'not-entitled',
];

/** What each condition of a filter may say, in words; people and tags are asked for when somebody needs them. */
export const useFilterChoices = (
  needed: boolean,
): Readonly<Record<FilterKey, readonly FilterChoice[]>> & {
  readonly people: ReplyOf<typeof endpoints.getPeople>['people'];
} => {
  const { m, say } = useI18n();
  const { slug, regulation } = useDesk();
  const people = useQuery({
    queryKey: [...keys.desk(slug), 'people'],
    queryFn: ({ signal }) => api(endpoints.getPeople, { params: { desk: slug } }, { signal }),
    enabled: needed,
  });
  const tags = useQuery({
    queryKey: [...keys.desk(slug), 'tags'],
    queryFn: ({ signal }) => api(endpoints.getTags, { params: { desk: slug } }, { signal }),
    enabled: needed,
  });
  const named = (list: readonly { readonly id: string; readonly name: Parameters<typeof say>[0] }[] = []) =>
    list.map(({ id, name }) => ({ id, name: say(name) }));
  const f = m.filter;
  return {
    people: people.data?.people ?? [],
    state: states.map((id) => ({ id, name: m.state[id] })),
    priority: named(regulation?.priorities),
    type: named(regulation?.ticketTypes),
    channel: (Object.keys(m.channel) as QueueTicket['channel'][]).map((id) => ({ id, name: m.channel[id] })),
    package: named(regulation?.packages),
    assignee: [
      { id: 'me', name: f.me },
      { id: 'none', name: f.nobody },
      ...(people.data?.people ?? []).map(({ personId, name }) => ({ id: personId, name })),
    ],
    company: [],
    tag: (tags.data?.tags ?? []).map(({ tagId, name }) => ({ id: tagId, name })),
    turn: [
      { id: 'us', name: f.turn.us },
      { id: 'customer', name: f.turn.customer },
    ],
    late: [
      { id: 'overdue', name: f.late.overdue },
      { id: 'soon', name: f.late.soon },
    ],
  };
};

/** Whether the words of a filter's conditions have to be asked for. */
export const needsNames = (filter: QueueFilter): boolean =>
  filter.assignee !== undefined || filter.tag !== undefined;
