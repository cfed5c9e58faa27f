import type { TicketMessage, TicketPage } from '@reglament/contract';
import { IconMessageOff } from '@tabler/icons-react';
import { Fragment } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';
import classes from './conversation.module.css';
import { Message } from './message.tsx';

/** The conversation under its dates; opens at the newest message. */
export function Conversation({ page }: { readonly page: TicketPage }) {
  const { m } = useI18n();
  const { dates } = useDesk();
  const { messages } = page;

  if (messages.length === 0) {
    return (
      <div className={classes.scroll}>
        <ScreenState icon={IconMessageOff} title={m.message.empty} />
      </div>
    );
  }
  return (
    <section className={classes.scroll} aria-label={m.ticket.conversation} tabIndex={0}>
      <div className={classes.list}>
        {messages.map((message, index) => (
          <Fragment key={message.messageId}>
            {dates.dayKey(message.at) !== dates.dayKey(messages[index - 1]?.at ?? '1970-01-01T00:00:00Z') && (
              <h2 className={classes.day}>{dates.day(message.at, serverNow(), m.time)}</h2>
            )}
            <Entry message={message} />
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function Entry({ message }: { readonly message: TicketMessage }) {
  const { dates } = useDesk();
  if (message.kind !== 'system') return <Message message={message} />;
  return (
    <div className={classes.system}>
      <span>{message.text}</span>
      <time dateTime={message.at}>{dates.time(message.at)}</time>
    </div>
  );
}
