import type { PortalCertificatePage } from '@reglament/contract';
import { useI18n } from '../../i18n/i18n.tsx';
import { useDatesOf } from './certificate-standing.tsx';
import { Box } from './box.tsx';
import shared from './certificates.module.css';
import classes from './history.module.css';
import { ClauseNote } from './clause-note.tsx';
import { useCertificateWords } from './use-words.ts';

interface Props {
  readonly page: PortalCertificatePage;
}

/** What happened to it, the latest first. */
export function History({ page }: Props) {
  const { page: w } = useCertificateWords();
  const { say } = useI18n();
  const dates = useDatesOf(page.certificate.zone);
  return (
    <Box title={w.history}>
      <ol className={classes.history}>
        {page.history.map(({ at, says, clause }) => (
          <li key={`${at} ${says.ru}`}>
            <span className={shared.small}>{dates.date(at)}</span>
            {say(says)} <ClauseNote id={clause} />
          </li>
        ))}
      </ol>
    </Box>
  );
}

/** Letters about it that went to whoever looks. */
export function Letters({ page }: Props) {
  const { page: w } = useCertificateWords();
  const dates = useDatesOf(page.certificate.zone);
  return (
    <Box title={w.letters}>
      {page.letters.length === 0 ? (
        <p className={shared.dim}>{w.noLetters}</p>
      ) : (
        <ul className={classes.history}>
          {page.letters.map(({ letterId, at, subject }) => (
            <li key={letterId}>
              <span className={shared.small}>{dates.full(at)}</span>
              {subject}
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}
