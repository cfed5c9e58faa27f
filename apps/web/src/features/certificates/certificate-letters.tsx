import { type CertificateLetter, type CertificateLetters, endpoints } from '@reglament/contract';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { details, Section } from '../ticket/index.ts';
import classes from './certificate-letters.module.css';

interface Props {
  readonly certificateId: string;
  readonly companyId: string;
}

/** A hint that a letter came or went refreshes these, too. */
const useCertificateLetters = (desk: string, certificateId: string) =>
  useQuery({
    queryKey: [...keys.letters(desk), 'certificate', certificateId],
    queryFn: ({ signal }) =>
      api(endpoints.getCertificateLetters, { params: { desk, certificateId } }, { signal }),
  });

/** Letters to the customer about the certificate, with what became of each, and who gets the next one. */
export function CertificateLettersSection({ certificateId, companyId }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const query = useCertificateLetters(slug, certificateId);
  return (
    <Section title={m.certificateLetters.title}>
      {query.data !== undefined ? (
        <Loaded letters={query.data} companyId={companyId} />
      ) : query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton height={40} aria-busy />
      )}
    </Section>
  );
}

function Loaded({
  letters,
  companyId,
}: {
  readonly letters: CertificateLetters;
  readonly companyId: string;
}) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const words = m.certificateLetters;
  return (
    <>
      {letters.letters.length === 0 ? (
        <p className={details.dim}>{words.none}</p>
      ) : (
        <ol className={details.list}>
          {letters.letters.map((letter) => (
            <Letter key={letter.letterId} letter={letter} />
          ))}
        </ol>
      )}
      {letters.hasMore && <p className={details.small}>{words.hasMore(letters.letters.length)}</p>}
      {letters.addressees.length === 0 ? (
        <p className={classes.next}>
          <span className={details.missing}>{words.nobody}</span>{' '}
          <Link
            to="/d/$desk/companies/$companyId"
            params={{ desk: slug, companyId }}
            className={details.company}
          >
            {words.toCompany}
          </Link>
        </p>
      ) : (
        <p className={classes.next}>
          {words.next(letters.addressees.map(({ name, email }) => `${name} (${email})`).join(', '))}
        </p>
      )}
    </>
  );
}

const tones: Readonly<Partial<Record<CertificateLetter['outcome'], 'ok' | 'bad'>>> = {
  accepted: 'ok',
  failed: 'bad',
  bounce: 'bad',
};

function Letter({ letter }: { readonly letter: CertificateLetter }) {
  const { m } = useI18n();
  const { slug, summary, dates } = useDesk();
  const isOut = letter.direction === 'out';
  const subject = letter.subject || m.letters.noSubject;
  return (
    <li className={classes.letter}>
      <span className={classes.subject}>
        {summary.role === 'administrator' ? (
          <Link
            to="/d/$desk/letters/$letterId"
            params={{ desk: slug, letterId: letter.letterId }}
            className={details.company}
          >
            {subject}
          </Link>
        ) : (
          subject
        )}
      </span>
      <span className={classes.outcome} data-tone={tones[letter.outcome] ?? 'plain'}>
        {m.letters.outcome[letter.outcome]}
      </span>
      <span className={`${details.small} ${classes.party}`}>
        {isOut ? letter.to : m.certificateLetters.from(letter.from)} · {dates.full(letter.at)}
      </span>
    </li>
  );
}
