import { Button, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import classes from './letters-page.module.css';
import { useOutcome } from './use-letters.ts';

interface Props {
  readonly letterId: string;
  readonly onDismiss: () => void;
}

/** Follows a letter that was handed in until it is known what became of it. */
export function HandedIn({ letterId, onDismiss }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  const client = useQueryClient();
  const letter = useOutcome(slug, letterId).data;
  const outcome = letter?.outcome ?? 'waiting';
  const number = letter?.ticketNumber ?? null;
  const inquiryNumber = letter?.inquiryNumber ?? null;

  useEffect(() => {
    if (outcome !== 'waiting') void client.invalidateQueries({ queryKey: [...keys.letters(slug), 'list'] });
  }, [client, slug, outcome]);

  if (outcome === 'waiting') {
    return (
      <div className={classes.handed} role="status">
        <span>
          <Loader size={13} mr={8} /> {m.letters.waiting}
        </span>
      </div>
    );
  }
  return (
    <div className={classes.handed} role="status">
      <span>
        {number === null ? m.letters.handedOutcome(m.letters.outcome[outcome]) : m.letters.handedTo(number)}
      </span>
      {number !== null && (
        <Button
          size="compact-sm"
          onClick={() =>
            void navigate({ to: '/d/$desk/t/$number', params: { desk: slug, number: String(number) } })
          }
        >
          {m.letters.openTicket(number)}
        </Button>
      )}
      {inquiryNumber !== null && (
        <Button
          size="compact-sm"
          onClick={() =>
            void navigate({
              to: '/d/$desk/inquiries/$number',
              params: { desk: slug, number: String(inquiryNumber) },
            })
          }
        >
          {m.inquiries.page.open(inquiryMark(inquiryNumber))}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={onDismiss}>
        {m.common.dismiss}
      </Button>
    </div>
  );
}
