import type { TicketPage } from '@reglament/contract';
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import notice from '../../ui/notice.module.css';

const SHOWN = 5;

interface Props {
  readonly page: TicketPage;
  readonly since: number;
  readonly onRead: () => void;
}

/** What happened to the ticket while the person was writing, before they send. */
export function BehindNotice({ page, since, onRead }: Props) {
  const { m, say } = useI18n();
  const { dates } = useDesk();
  const news = page.history.filter((entry) => entry.seq > since).slice(-SHOWN);
  return (
    <div className={notice.notice} data-tone="warn" role="status">
      <IconUsers size={17} stroke={1.9} className={notice.icon} aria-hidden />
      <div className={notice.body}>
        <p className={notice.title}>{m.trouble.stale}</p>
        <ul>
          {news.map((entry) => (
            <li key={entry.seq}>
              {say(entry.says)}{' '}
              <span className={notice.meta}>
                {entry.actor ?? m.trouble.someone}, {dates.short(entry.at)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Button size="compact-sm" variant="default" onClick={onRead}>
        {m.trouble.read}
      </Button>
    </div>
  );
}
