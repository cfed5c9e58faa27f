import type { InquiryTopicName } from '@reglament/contract';
import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { TopicField } from './topic-field.tsx';
import { useSendToSales } from './use-inquiry-command.ts';

/** What a customer asks support for is for sales. */
export function SendToSalesDialog({
  ticketNumber,
  mayResolve,
  onClose,
}: {
  readonly ticketNumber: number;
  /** Whether the ticket can be resolved now. */
  readonly mayResolve: boolean;
  readonly onClose: () => void;
}) {
  const { m } = useI18n();
  const { send, ...state } = useSendToSales(ticketNumber, onClose);
  const [topic, setTopic] = useState<InquiryTopicName>('support');
  const [isOver, setIsOver] = useState(mayResolve);
  const [answer, setAnswer] = useState(m.inquiries.toSalesAnswer);
  const isMissing = isOver && answer.trim() === '';
  return (
    <CommandDialog
      title={m.inquiries.toSales}
      about={m.inquiries.toSalesAbout}
      submit={m.inquiries.toSalesSend}
      onSubmit={() => {
        if (!isMissing) send({ topic, answer: isOver ? answer.trim() : null });
      }}
      onClose={onClose}
      {...state}
    >
      <TopicField value={topic} onChange={setTopic} />
      {mayResolve && (
        <Checkbox
          label={m.inquiries.toSalesClose}
          checked={isOver}
          onChange={(event) => setIsOver(event.currentTarget.checked)}
        />
      )}
      {isOver && (
        <Textarea
          label={m.inquiries.mode.answer}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={100_000}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          error={isMissing && m.inquiries.toSalesAnswerMissing}
        />
      )}
    </CommandDialog>
  );
}
