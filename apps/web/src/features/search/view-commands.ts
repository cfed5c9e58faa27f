import type { QueueView } from '@reglament/contract';
import { IconListDetails } from '@tabler/icons-react';
import { en } from '../../i18n/en.ts';
import { ru } from '../../i18n/ru.ts';
import type { CommandSource } from './commands.ts';

/** Views of the queue. */
export const viewCommands: CommandSource = ({ desk, i18n: { m }, go }) =>
  (Object.keys(m.queue.views) as readonly QueueView[]).map((view) => ({
    id: `view-${view}`,
    title: m.search.toView(m.queue.views[view]),
    alsoBy: `${ru.queue.views[view]} ${en.queue.views[view]} заявки очередь queue view`,
    icon: IconListDetails,
    run: () => go(`/d/${desk.slug}?view=${view}`),
  }));
