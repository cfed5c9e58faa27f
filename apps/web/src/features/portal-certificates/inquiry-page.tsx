import { endpoints, type CallOptions, type PortalInquiryPage } from '@reglament/contract';
import { Button, Skeleton, Textarea } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState, type FormEvent } from 'react';
import { api } from '../../api/client.ts';
import { FoundOrNot } from '../../ui/found-or-not.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { PortalScreen, usePortal } from '../portal/index.ts';
import { BackToCertificates } from './back-to-certificates.tsx';
import shared from './certificates.module.css';
import classes from './inquiry-page.module.css';
import { NoneOfYours } from './none-of-yours.tsx';
import { usePortalDeed } from './use-portal-deed.ts';
import { usePortalInquiry } from './use-portal-certificates.ts';
import { useCertificateWords } from './use-words.ts';

/** A question to sales with its conversation. */
export function InquiryPage() {
  const { inquiries: w } = useCertificateWords();
  const { slug } = usePortal();
  const { inquiryNumber } = useParams({ from: '/signed-in/p/$desk/certificates/inquiries/$inquiryNumber' });
  const query = usePortalInquiry(slug, Number(inquiryNumber));
  return (
    <FoundOrNot
      query={query}
      failed={w.failed}
      waiting={<Loading />}
      missing={<NoneOfYours icon={IconMessageOff} title={w.notFound} hint={w.notFoundHint} />}
    >
      {(inquiry) => <Loaded inquiry={inquiry} />}
    </FoundOrNot>
  );
}

function Loading() {
  return (
    <Waiting className={shared.waiting}>
      <Skeleton height={28} width="50%" />
      <Skeleton height={160} radius="md" />
    </Waiting>
  );
}

function Loaded({ inquiry }: { readonly inquiry: PortalInquiryPage }) {
  const { inquiries: w, sales } = useCertificateWords();
  const { number, state, topic, company, messages } = inquiry;
  const about = [w.number(number), sales.topics[topic], company, w.states[state]];
  return (
    <>
      <BackToCertificates />
      <PortalScreen title={inquiry.subject} about={about.filter((one) => one !== null).join(' · ')}>
        <ol className={classes.thread}>
          {messages.map((message) => (
            <Message key={message.messageId} message={message} />
          ))}
        </ol>
        <Answer inquiry={inquiry} />
      </PortalScreen>
    </>
  );
}

function Message({ message }: { readonly message: PortalInquiryPage['messages'][number] }) {
  const { inquiries: w } = useCertificateWords();
  const { dates } = usePortal();
  const { from, author, at, text, attachments } = message;
  return (
    <li className={classes.message} data-from={from}>
      <p className={classes.messageHead}>
        <b>{author}</b>
        {from === 'customer' && ` (${w.you})`}
        <span className={shared.dim}>{dates.full(at)}</span>
      </p>
      {from === 'sales' ? <Markdown text={text} /> : <PlainText text={text} />}
      {attachments.length > 0 && (
        <p className={shared.small}>{w.files(attachments.map(({ name }) => name).join(', '))}</p>
      )}
    </li>
  );
}

function Answer({ inquiry }: { readonly inquiry: PortalInquiryPage }) {
  const { inquiries: w } = useCertificateWords();
  const { slug } = usePortal();
  const [text, setText] = useState('');
  const inquiryNumber = inquiry.number;
  const post = useCallback(
    (body: { readonly text: string }, options: CallOptions) =>
      api(endpoints.answerPortalInquiry, { params: { desk: slug, inquiryNumber }, body }, options),
    [slug, inquiryNumber],
  );
  const { send, isPending, error } = usePortalDeed(post, () => {
    setText('');
    toast(w.sent);
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send({ text: text.trim() });
  };
  return (
    <form className={shared.form} onSubmit={handleSubmit}>
      <Textarea
        label={w.answer}
        {...(inquiry.state === 'won' || inquiry.state === 'lost' ? { description: w.reopens } : {})}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error !== null && <ProblemNotice error={error} onRetry={() => send({ text: text.trim() })} />}
      <div>
        <Button type="submit" loading={isPending} disabled={text.trim() === ''}>
          {w.send}
        </Button>
      </div>
    </form>
  );
}
