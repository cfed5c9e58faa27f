import type { PortalProfile } from '@reglament/contract';
import type { Regulation } from '@reglament/desk';
import { KeptCheckbox } from '../../ui/kept-checkbox.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { usePortal } from '../portal/index.ts';
import { Box } from './box.tsx';
import classes from './certificates.module.css';
import { ClauseNote } from './clause-note.tsx';
import { useChangeProfile } from './use-change-profile.ts';
import { useCertificateWords } from './use-words.ts';

const kinds = ['answer', 'deadline', 'colleague', 'certificate'] as const;

type Owed = 'number' | 'firstAnswer' | 'question' | 'solution' | 'support';

/** Letters that nobody can do without, with the rule behind each; null: it follows from several. Not every regulation promises an answer. */
const owedBy = ({
  clocks,
  lifecycle,
  entitlement,
}: Regulation): readonly (readonly [Owed, string | null])[] => {
  const stoppedBy = (act: 'registration-notice' | 'public-reply') =>
    clocks.find(({ stops }) => stops.includes(act))?.clause ?? null;
  const answer = stoppedBy('public-reply');
  return [
    ['number', lifecycle.acknowledgement?.clause ?? stoppedBy('registration-notice')],
    ...(answer === null ? [] : [['firstAnswer', answer] as const]),
    ['question', null],
    ['solution', lifecycle.confirmationClause],
    ['support', entitlement.clause],
  ];
};

/** Which letters the customer gets. Each choice is kept at once: there is nothing to forget to save. */
export function LettersSection({ profile }: { readonly profile: PortalProfile }) {
  const { profile: w } = useCertificateWords();
  const { regulation } = usePortal().overview;
  const change = useChangeProfile();
  const isHidden = (kind: (typeof kinds)[number]) => kind === 'colleague' && !profile.seesColleagues;
  return (
    <Box title={w.letters}>
      <div className={classes.form}>
        {kinds.map((kind) => (
          <KeptCheckbox
            key={kind}
            label={w.kinds[kind]}
            description={isHidden(kind) ? w.colleaguesHidden : w.kindHints[kind]}
            checked={profile.letters[kind] && !isHidden(kind)}
            disabled={isHidden(kind)}
            onKeep={(isOn) => change.mutateAsync({ letters: { [kind]: isOn } })}
          />
        ))}
        {change.error !== null && <ProblemNotice error={change.error} />}
        <p className={classes.dim}>{w.unsubscribeHint}</p>
        <div>
          <p className={classes.dim}>{w.always}</p>
          <ul className={classes.lines}>
            {owedBy(regulation).map(([owed, clause]) => (
              <li key={owed}>
                {w.alwaysKinds[owed]} <ClauseNote id={clause} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Box>
  );
}
