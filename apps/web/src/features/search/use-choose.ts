import { useRouter } from '@tanstack/react-router';
import { useDesk } from '../../desk/desk-context.tsx';
import type { Entry } from './palette-entries.ts';
import { keepRecent } from './recent.ts';

const textOf = ({ number, title }: Entry): string =>
  [...(number === undefined ? [] : [`${number} `]), ...title.map(({ text }) => text)].join('');

/** Does what an entry stands for. `isApart`: in a window of its own. */
export const useChoose = (onClose: () => void): ((entry: Entry, isApart: boolean) => void) => {
  const router = useRouter();
  const { slug, session } = useDesk();
  return (entry, isApart) => {
    const { act } = entry;
    if (act.kind === 'run') {
      onClose();
      act.run();
      return;
    }
    if (entry.key !== 'all')
      keepRecent(session.person.personId, slug, { place: act.place, title: textOf(entry), note: entry.note });
    if (isApart) {
      window.open(act.place, '_blank', 'noopener');
      return;
    }
    onClose();
    router.history.push(act.place);
  };
};
