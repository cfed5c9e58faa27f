import { endpoints, type CallOptions, type InquiryTopicName } from '@reglament/contract';
import { NativeSelect, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { api } from '../../api/client.ts';
import { toast } from '../../ui/toast.ts';
import { usePortal } from '../portal/index.ts';
import { CompanyField } from './company-field.tsx';
import { PortalForm } from './portal-form.tsx';
import { usePortalDeed } from './use-portal-deed.ts';
import { useCertificateWords } from './use-words.ts';

const topics: readonly InquiryTopicName[] = ['support', 'price-list', 'upgrade'];

interface Question {
  readonly topic: InquiryTopicName;
  readonly text: string;
  readonly companyId: string | null;
}

interface Props {
  /** Words to begin with, and whose certificate they are about. */
  readonly asked?: { readonly text: string; readonly companyId: string };
  readonly onClose: () => void;
}

/** A question to the sales department: a purchase inquiry, no request of support. */
export function SalesDialog({ asked, onClose }: Props) {
  const { sales: w } = useCertificateWords();
  const { register } = useCertificateWords();
  const { slug, overview } = usePortal();
  const navigate = useNavigate();
  const [topic, setTopic] = useState<InquiryTopicName>('support');
  const [text, setText] = useState(asked?.text ?? '');
  const [companyId, setCompanyId] = useState(asked?.companyId ?? overview.companies[0]?.companyId ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const post = useCallback(
    (body: Question, options: CallOptions) =>
      api(endpoints.askPortalSales, { params: { desk: slug }, body }, options),
    [slug],
  );
  const { send, ...state } = usePortalDeed(post, ({ number }) => {
    toast(w.done(number));
    onClose();
    void navigate({
      to: '/p/$desk/certificates/inquiries/$inquiryNumber',
      params: { desk: slug, inquiryNumber: String(number) },
    });
  });
  const isMissing = text.trim() === '';
  const handleSubmit = () => {
    setIsChecked(true);
    if (!isMissing) send({ topic, text: text.trim(), companyId: companyId === '' ? null : companyId });
  };
  return (
    <PortalForm
      title={w.title}
      about={w.about}
      submit={w.submit}
      onSubmit={handleSubmit}
      onClose={onClose}
      {...state}
    >
      <NativeSelect
        label={w.topic}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value as InquiryTopicName)}
        data={topics.map((value) => ({ value, label: w.topics[value] }))}
      />
      <CompanyField label={register.company} value={companyId} onChange={setCompanyId} />
      <Textarea
        data-autofocus
        label={w.text}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isChecked && isMissing && w.missing}
      />
    </PortalForm>
  );
}
