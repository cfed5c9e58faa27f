import { addressOf, endpoints, ProblemError, type ReplyOf } from '@reglament/contract';
import { ActionIcon, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconMailOff, IconRefresh } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileList } from '../../ui/file-list.tsx';
import { LetterFrame } from '../../ui/letter-frame.tsx';
import { PlainText } from '../../ui/plain-text.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ScreenFailure, ScreenState } from '../../ui/screen-state.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import classes from './letter-page.module.css';
import { OutcomeLabel } from './outcome-label.tsx';
import { useLetter, useRetryLetter } from './use-letters.ts';

type Letter = ReplyOf<typeof endpoints.getLetter>;

export function LetterPage() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { letterId } = useParams({ from: '/signed-in/d/$desk/letters/$letterId' });
  const query = useLetter(slug, letterId);
  if (query.data !== undefined) return <Loaded key={letterId} letter={query.data} />;
  if (query.error instanceof ProblemError && query.error.problem.status === 404) return <NoSuch />;
  if (query.error !== null)
    return (
      <ScreenFailure title={m.letters.failed} error={query.error} onRetry={() => void query.refetch()} />
    );
  return (
    <div className={classes.letter} role="status" aria-label={m.common.loading}>
      <Skeleton height={22} width="60%" mb={16} />
      <Skeleton height={180} />
    </div>
  );
}

function NoSuch() {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  return (
    <ScreenState icon={IconMailOff} title={m.letters.notFound} hint={m.letters.notFoundHint}>
      <Button
        variant="default"
        onClick={() => void navigate({ to: '/d/$desk/letters', params: { desk: slug } })}
      >
        {m.letters.back}
      </Button>
    </ScreenState>
  );
}

function Loaded({ letter }: { readonly letter: Letter }) {
  const { m } = useI18n();
  const { slug, dates } = useDesk();
  const navigate = useNavigate();
  return (
    <article className={classes.letter}>
      <div className={classes.top}>
        <ActionIcon
          className={classes.back}
          aria-label={m.letters.back}
          onClick={() => void navigate({ to: '/d/$desk/letters', params: { desk: slug } })}
        >
          <IconArrowLeft size={18} stroke={1.7} />
        </ActionIcon>
        <h2 className={classes.subject}>{letter.subject || m.letters.noSubject}</h2>
      </div>
      <dl className={classes.facts}>
        <dt>{m.letters.from}</dt>
        <dd>{letter.from}</dd>
        <dt>{m.letters.to}</dt>
        <dd>{letter.to}</dd>
        <dt aria-hidden />
        <dd>
          {dates.full(letter.at)} · <OutcomeLabel letter={letter} />
        </dd>
      </dl>
      <Bar letter={letter} />
      {letter.note !== null && <p className={classes.note}>{letter.note}</p>}
      <Body letter={letter} />
      <FileList files={letter.attachments.map((file) => ({ ...file, href: null }))} />
      <details className={classes.headers}>
        <summary>{m.letters.headers}</summary>
        <dl>
          {letter.headers.map((header, index) => (
            <div key={index} style={{ display: 'contents' }}>
              <dt>{header.name}</dt>
              <dd>{header.value}</dd>
            </div>
          ))}
          <dt>SHA-256</dt>
          <dd>{letter.sha256}</dd>
        </dl>
      </details>
    </article>
  );
}

function Bar({ letter }: { readonly letter: Letter }) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const navigate = useNavigate();
  const retry = useRetryLetter(slug, letter.letterId);
  const { ticketNumber, inquiryNumber, certificate } = letter;
  const canRetry = letter.outcome === 'quarantined' || letter.outcome === 'failed';
  return (
    <div className={classes.bar}>
      {ticketNumber !== null && (
        <Button
          variant="light"
          onClick={() =>
            void navigate({ to: '/d/$desk/t/$number', params: { desk: slug, number: String(ticketNumber) } })
          }
        >
          {m.letters.openTicket(ticketNumber)}
        </Button>
      )}
      {certificate !== null && (
        <Button
          variant="light"
          onClick={() =>
            void navigate({
              to: '/d/$desk/certificates/$certificateId',
              params: { desk: slug, certificateId: certificate.certificateId },
            })
          }
        >
          {m.certificateLetters.open(certificate.number)}
        </Button>
      )}
      {inquiryNumber !== null && (
        <Button
          variant="light"
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
      {canRetry && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} stroke={1.7} />}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {letter.direction === 'in' ? m.letters.retry : m.letters.retrySend}
        </Button>
      )}
      <Button
        component="a"
        variant="default"
        href={addressOf(endpoints.getLetterRaw, { desk: slug, letterId: letter.letterId })}
        download={`${letter.letterId}.eml`}
        leftSection={<IconDownload size={15} stroke={1.7} />}
      >
        {m.letters.raw}
      </Button>
      {retry.error !== null && <ProblemNotice error={retry.error} onDismiss={retry.reset} />}
    </div>
  );
}

function Body({ letter }: { readonly letter: Letter }) {
  const { m } = useI18n();
  const [shown, setShown] = useState<'text' | 'html'>(
    letter.text.trim() === '' && letter.html !== null ? 'html' : 'text',
  );
  return (
    <>
      {letter.html !== null && (
        <SegmentedControl
          size="xs"
          aria-label={m.letters.body}
          value={shown}
          onChange={(value) => setShown(value as 'text' | 'html')}
          data={[
            { value: 'text', label: m.letters.text },
            { value: 'html', label: m.letters.html },
          ]}
        />
      )}
      {shown === 'html' && letter.html !== null ? (
        <div className={classes.frame}>
          <LetterFrame html={letter.html} title={m.message.letterFrame(letter.from)} />
        </div>
      ) : (
        <div className={classes.text}>
          <PlainText text={letter.text.trim() === '' ? m.message.noText : letter.text} />
        </div>
      )}
    </>
  );
}
