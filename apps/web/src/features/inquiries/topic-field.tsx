import type { InquiryTopicName } from '@reglament/contract';
import { Choices } from '../../ui/choices.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

interface Props {
  readonly value: InquiryTopicName;
  readonly onChange: (topic: InquiryTopicName) => void;
}

const topics: readonly InquiryTopicName[] = ['support', 'price-list', 'upgrade'];

/** What they want to buy. */
export function TopicField({ value, onChange }: Props) {
  const { m } = useI18n();
  return (
    <Choices
      legend={m.inquiries.topicLegend}
      choices={topics.map((id) => ({ id, name: m.inquiries.topic[id] }))}
      value={value}
      onChange={(id) => onChange(topics.find((one) => one === id) ?? 'support')}
    />
  );
}
