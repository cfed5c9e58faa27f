import { IconEye, IconPencil } from '@tabler/icons-react';
import { usePresence, type Present } from '../../api/presence.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import classes from './ticket-extras.module.css';
import { usePeople } from './use-extras.ts';

/** Who else is at this ticket now: whoever writes is told before whoever looks. */
export function PresenceNotice({ number }: { readonly number: number }) {
  const { m } = useI18n();
  const { slug, session } = useDesk();
  const people = usePeople();
  const others = usePresence(slug, number, session.person.personId);
  const namesOf = (list: readonly Present[]) =>
    list
      .map(({ personId }) => people.find((one) => one.personId === personId)?.name ?? m.presence.somebody)
      .join(', ');
  const typing = others.filter(({ doing }) => doing === 'typing');
  const looking = others.filter(({ doing }) => doing === 'looking');
  return (
    <div role="status" className={classes.presence} data-empty={others.length === 0}>
      {typing.length > 0 && (
        <span data-doing="typing">
          <IconPencil size={14} stroke={1.8} aria-hidden />
          {m.presence.typing(namesOf(typing), typing.length === 1)}
        </span>
      )}
      {looking.length > 0 && (
        <span>
          <IconEye size={14} stroke={1.8} aria-hidden />
          {m.presence.looking(namesOf(looking), looking.length === 1)}
        </span>
      )}
    </div>
  );
}
