import type { InquiryTopicName } from '@reglament/contract';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandDialog } from '../ticket/index.ts';
import { TopicField } from './topic-field.tsx';
import { useSendToSales } from './use-inquiry-command.ts';

/** What a customer asks support for is for sales. */
export function SendToSalesDialog({
  ticketNumber,
  onClose,
}: {
  readonly ticketNumber: number;
  readonly onClose: () => void;
}) {
  const { m } = useI18n();
  const { send, ...state } = useSendToSales(ticketNumber, onClose);
  const [topic, setTopic] = useState<InquiryTopicName>('support');
  return (
    <CommandDialog
      title={m.inquiries.toSales}
      about={m.inquiries.toSalesAbout}
      submit={m.inquiries.toSalesSend}
      onSubmit={() => send(topic)}
      onClose={onClose}
      {...state}
    >
      <TopicField value={topic} onChange={setTopic} />
    </CommandDialog>
  );
}
